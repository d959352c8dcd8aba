package dev.baton.dedicated;

import static dev.baton.account.Permit.Grant.to;

import com.slack.api.bolt.App;
import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Person;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.Standing;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.notice.Due;
import dev.baton.notice.Kind;
import dev.baton.notice.Message;
import dev.baton.notice.Notices;
import dev.baton.slack.Feature;
import dev.baton.slack.Part;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Dedicated, as the whole sees it. It listens to facts about accounts: nobody has to tell it. */
public final class DedicatedFeature implements Feature, Accounts.Listener {
    private static final int RANK = 25;

    private final People people;
    private final Roster roster;
    private final DedicatedDesk desk;
    private final DedicatedScreens screens = new DedicatedScreens();

    public DedicatedFeature(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            Accounts accounts,
            HistoryStore history,
            Notices notices) {
        this.people = people;
        roster = people.roster();
        desk = new DedicatedDesk(acts, handbook, roster, permissions, new DedicatedStore(), accounts, history, notices);
    }

    @Override
    public void accountChanged(Act act, Optional<Account> before, Account after) {
        desk.accountChanged(act, after);
    }

    @Override
    public void teamChanged(Act act, SalesforceId account, Role role, Optional<String> before, Optional<String> after) {
        desk.teamChanged(act, account, after);
    }

    @Override
    public void rerouted(Act act) {
        desk.rerouted(act);
    }

    @Override
    public List<Permit> permits() {
        return List.of(Permit.of(DedicatedDesk.READ, "tick the Dedicated best practices", to(Standing.TEAM)));
    }

    @Override
    public void register(App app) {
        new DedicatedListener(desk).register(app);
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                Kind.of(Announcement.MANAGER, this::manager).orElseTell(this::standIns),
                Kind.of(Announcement.MEMBER, this::member));
    }

    /** Amounts and names are not in it, so everybody who sees the card sees it. */
    @Override
    public List<Part> card(Account account, Who viewer, Handle read) {
        return desk
                .reading(read, account.id())
                .filter(reading -> reading.announcement().standing())
                .map(reading -> Part.whole(RANK, List.of(screens.line(reading, announcedOn(reading, viewer, read)))))
                .stream()
                .toList();
    }

    private LocalDate announcedOn(Reading reading, Who viewer, Handle read) {
        return people.today(read, viewer.id(), reading.announcement().at());
    }

    @Override
    public Optional<SalesforceId> about(String subject, Handle read) {
        return Announcement.account(subject);
    }

    @Override
    public Optional<String> told(HistoryStore.Line line) {
        return switch (line.event()) {
            case "dedicated.announced" -> Optional.of("announced Dedicated " + line.detail());
            case "dedicated.cleared" -> Optional.of("took the account off Dedicated");
            case "dedicated.read" -> Optional.of("read the best practices for Dedicated");
            default -> Optional.empty();
        };
    }

    @Override
    public List<Help> help() {
        return List.of(new Help(
                "Deployment: Dedicated",
                "Set it on the account or in a request: the manager and the team hear of it at once, once."));
    }

    /** What was never shown is not shown any more once the account is off Dedicated. */
    private Optional<Message> manager(Due due, Handle read) {
        return reading(due, read).map(reading -> screens.manager(reading, due));
    }

    private Optional<Message> member(Due due, Handle read) {
        return reading(due, read)
                .filter(reading -> due.posted() || reading.member(due.recipient()))
                .map(reading -> screens.member(reading, due.recipient()));
    }

    private Optional<Reading> reading(Due due, Handle read) {
        return desk.reading(read, new SalesforceId(due.subjectId()))
                .filter(reading -> due.posted() || reading.announcement().standing());
    }

    private List<String> standIns(Due due, Handle read) {
        Optional<Routing> routing = desk.reading(read, new SalesforceId(due.subjectId()))
                .map(Reading::account)
                .map(account -> Routing.of(roster, account.region(), account.segment()));
        return Stream.of(
                        routing.flatMap(Routing::backup).stream(),
                        roster.defaultManager().stream(),
                        roster.with(Role.ADMIN).stream().map(Person::slackId))
                .flatMap(people -> people)
                .toList();
    }
}
