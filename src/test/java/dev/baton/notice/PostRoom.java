package dev.baton.notice;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.baton.Cast;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.PersonStore;
import dev.baton.account.When;
import dev.baton.handbook.Rule;
import dev.baton.store.Database;
import dev.baton.store.Database.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.LoggerFactory;

/**
 * All that notices need, with clocks that stand still and a scripted Slack. The matter of each subject is a number in the
 * database; a card shows it, and a matter that is zero is settled. The loop goes round when a test says so, in its thread.
 */
final class PostRoom implements AutoCloseable {
    static final String SAM = "U0SAM";
    static final String MAYA = "U0MAYA";
    static final String MONA = "U0MONA";
    static final String MILO = "U0MILO";
    static final String OTTO = "U0OTTO";
    static final String CHANNEL = "C0NWB";
    static final Duration SETTLE = Duration.ofSeconds(11);
    static final Pacing.Rates FAST = rates(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final int SENDERS = 4;
    private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.baton.notice");

    final SetClock business = new SetClock("2024-03-04T09:00:00Z");
    final SetClock machine = new SetClock("2026-11-20T08:00:00Z");
    final ScriptedSlack slack = new ScriptedSlack();
    final Database database;
    final Acts acts;
    final NoticeStore store;
    final Notices notices;
    private final List<String> standIns = new ArrayList<>();
    private final List<String> alerts = new ArrayList<>();
    private Runnable whileRendering = () -> {};
    private Claims claims;
    private Dispatch dispatch;
    private Delivery delivery;

    PostRoom(Database database) {
        this.database = database;
        acts = new Acts(database, business);
        store = new NoticeStore(database.dialect());
        notices = new Notices(store, Cast.people());
        LOG.setLevel(Level.OFF);
        restart(FAST);
    }

    /** Failures are provoked here, and their traces would hide the ones that matter. */
    @Override
    public void close() {
        LOG.setLevel(null);
    }

    static Pacing.Rates rates(double perRecipient, double posts) {
        return new Pacing.Rates(perRecipient, posts, Double.POSITIVE_INFINITY, SETTLE);
    }

    /** Another loop on the same database, as after a restart; nothing in memory survives. */
    PostRoom restart(Pacing.Rates rates) {
        Pacing pacing = new Pacing(rates);
        Map<String, Kind> kinds = kinds().stream().collect(Collectors.toMap(Kind::name, Function.identity()));
        claims = new Claims(database, store, kinds, pacing, business, machine);
        dispatch = new Dispatch(claims, pacing);
        delivery = new Delivery(database, claims, Cast.people(), slack, kinds, rates.settle());
        claims.onDead((act, kind) -> alerts.add(kind));
        claims.freeAtStart();
        return this;
    }

    List<Kind> kinds() {
        return List.of(
                Kind.of("card", this::render).orElseTell((due, read) -> List.copyOf(standIns)),
                Kind.of("reminder", this::render).within(Duration.ofHours(1)),
                Kind.of("receipt", this::render).personally(),
                Kind.of("nudge", this::render)
                        .orElseTell((due, read) -> List.copyOf(standIns))
                        .within(Duration.ofDays(7))
                        .reminder(Rule.REQUEST_NUDGE),
                Kind.of("weekly", this::render)
                        .reminder(Rule.MANAGERS_DIGEST)
                        .alone()
                        .again((due, read) -> Optional.of(When.at(nextWeek(due)))),
                Kind.of(Notices.DIGEST, this::digest),
                Kind.of("broken", (due, read) -> {
                    throw new IllegalStateException("this screen cannot be drawn");
                }));
    }

    private Optional<Message> render(Due due, Handle read) {
        whileRendering.run();
        int matter = matter(read, due.subject());
        if (matter == 0 && !due.posted()) {
            return Optional.empty();
        }
        String words = due.kind()
                + (matter == 0 ? " settled" : " " + matter)
                + due.insteadOf().map(other -> " instead of " + other).orElse("")
                + due.reader().map(other -> " read by " + other).orElse("");
        return Optional.of(new Message(words, "[]"));
    }

    private static Instant nextWeek(Due due) {
        Instant next = due.dueAt().plus(Duration.ofDays(7));
        return next.isAfter(due.now()) ? next : due.now().plus(Duration.ofDays(7));
    }

    private Optional<Message> digest(Due due, Handle read) {
        List<String> lines = notices.mergedInto(read, due.subject()).stream()
                .filter(each -> each.merged() || each.snoozed(due.now()))
                .flatMap(each -> render(each.due(due.posted(), due.now()), read)
                        .map(message -> message.text() + (each.snoozed(due.now()) ? " snoozed" : ""))
                        .stream())
                .toList();
        return lines.isEmpty() && !due.posted()
                ? Optional.empty()
                : Optional.of(new Message(String.join(", ", lines), "[]"));
    }

    /** Puts the message of this key off, as its reader does. */
    void snooze(String key, Instant until) {
        act(act -> notices.snooze(act, planned(act.handle(), key), until, true));
    }

    private Planned planned(Handle read, String key) {
        return notices.planned(read, key).orElseThrow();
    }

    static int matter(Handle read, String subject) {
        return read.createQuery("SELECT value FROM counter WHERE name = :name")
                .bind("name", subject)
                .mapTo(int.class)
                .findOne()
                .orElse(1);
    }

    /** The matter changes, and what shows it is touched in the same transaction. */
    void change(String subject, int matter) {
        act(act -> change(act, subject, matter));
    }

    void change(Act act, String subject, int matter) {
        set(act, subject, matter);
        notices.touch(act, subject);
    }

    /** Nothing is touched: whoever changes the matter so does not know of a message yet. */
    static void set(Act act, String subject, int matter) {
        act.handle()
                .createUpdate("""
                        INSERT INTO counter (name, value) VALUES (:name, :matter)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """)
                .bind("name", subject)
                .bind("matter", matter)
                .execute();
    }

    void act(Consumer<Act> body) {
        acts.own("test", act -> {
            body.accept(act);
            return "";
        });
    }

    /** Owes a card about the subject now. @return its key */
    String owe(String kind, String subject, String recipient) {
        Owed owed = Owed.now(kind, subject, recipient, acts.now());
        act(act -> notices.owe(act, owed));
        return owed.key();
    }

    void owe(String kind, String subject, String recipient, Instant due) {
        Owed owed = new Owed(subject + ":" + kind, kind, subject, recipient, When.at(due));
        act(act -> notices.owe(act, owed));
    }

    void tellInstead(String... people) {
        standIns.addAll(List.of(people));
    }

    /** Slack says that this person's account is closed. */
    void leaves(String person) {
        act(act -> new PersonStore().keepProfile(act.handle(), person, Optional.empty(), true));
    }

    /** The kinds of what was given up, as those who run Baton hear of it. */
    List<String> alerts() {
        return List.copyOf(alerts);
    }

    void whileRendering(Runnable event) {
        whileRendering = event;
    }

    /** Goes round until nothing can be sent now. @return how many rows were handled */
    int run() {
        int handled = 0;
        for (List<NoticeRow> rows = dispatch.next(SENDERS); !rows.isEmpty(); rows = dispatch.next(SENDERS)) {
            for (NoticeRow row : rows) {
                finish(row);
            }
            handled += rows.size();
            if (handled > 10_000) {
                throw new AssertionError("the loop runs hot");
            }
        }
        return handled;
    }

    /** Claims without handling: what a process does that dies or stops just then. */
    List<NoticeRow> claim() {
        return dispatch.next(SENDERS);
    }

    Ending finish(NoticeRow row) {
        Ending ending = delivery.deliver(row);
        dispatch.done(row, ending);
        return ending;
    }

    /** This person answers for everything. */
    void answerable(String manager) {
        delivery.readers().answerable((read, subject) -> Optional.of(manager));
    }

    Optional<String> paused() {
        return dispatch.paused();
    }

    /** Time goes by, on both clocks; where leases go by the database's own clock, they are set back instead. */
    void pass(Duration by) {
        business.move(by);
        passOnMachine(by);
    }

    void passOnMachine(Duration by) {
        machine.move(by);
        if (database.dialect() == Dialect.POSTGRESQL) {
            database.write(tx -> tx.execute(
                    "UPDATE notice SET lease_until = lease_until - ?, retry_at = retry_at - ?",
                    by.toMillis(),
                    by.toMillis()));
        }
    }

    /** What stands in the table. */
    record Row(
            String state,
            long gen,
            String recipient,
            Instant dueAt,
            long attempts,
            boolean unresolved,
            Optional<String> ts,
            Optional<String> error) {}

    Row row(String key) {
        return database.read(read -> read.createQuery("SELECT * FROM notice WHERE key = :key")
                .bind("key", key)
                .map((row, context) -> new Row(
                        row.getString("state"),
                        row.getLong("gen"),
                        row.getString("recipient"),
                        Instant.ofEpochMilli(row.getLong("due_at")),
                        row.getLong("attempts"),
                        row.getInt("unresolved") == 1,
                        Optional.ofNullable(row.getString("message_ts")),
                        Optional.ofNullable(row.getString("last_error"))))
                .one());
    }

    String state(String key) {
        return row(key).state();
    }

    long count(String state) {
        return database.read(read -> read.createQuery("SELECT COUNT(*) FROM notice WHERE state = :state")
                .bind("state", state)
                .mapTo(long.class)
                .one());
    }
}
