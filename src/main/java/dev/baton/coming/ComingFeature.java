package dev.baton.coming;

import static dev.baton.account.Permit.Grant.to;

import com.slack.api.bolt.App;
import dev.baton.account.Acts;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Standing;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Due;
import dev.baton.notice.Kind;
import dev.baton.notice.Message;
import dev.baton.notice.Notices;
import dev.baton.notice.Planned;
import dev.baton.slack.Command;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What is coming to people, as the whole sees it. */
public final class ComingFeature implements Feature {
    private final Supplier<List<Kind>> all;
    private final ComingDesk desk;
    private final Notices notices;
    private final ComingScreens screens = new ComingScreens();
    private final ComingListener listener;

    /** @param all the notices of every feature, this one too, as each words its own; asked when something is drawn */
    public ComingFeature(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            Notices notices,
            Courier courier,
            Supplier<List<Kind>> all) {
        this.all = all;
        this.notices = notices;
        ReasonDesk reasons = new ReasonDesk(handbook, people, notices);
        desk = new ComingDesk(acts, people, permissions, notices, reasons, this::byName);
        listener = new ComingListener(desk, screens, courier);
    }

    /** Every reminder among them with what its reader can do about it below its words. */
    public List<Kind> withTools(List<Kind> kinds) {
        return kinds.stream()
                .map(kind -> kind.reminder().isPresent()
                        ? kind.drawn(render -> (due, read) -> drawn(kind, due, read))
                        : kind)
                .toList();
    }

    @Override
    public void register(App app) {
        listener.register(app);
    }

    @Override
    public List<Kind> kinds() {
        return List.of(Kind.of(Notices.DIGEST, this::digest));
    }

    @Override
    public List<Permit> permits() {
        return List.of(Permit.of(ComingDesk.SEE, "see what is coming to you", to(Standing.MEMBER)));
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("coming", listener::ask));
    }

    @Override
    public List<Help> help() {
        return List.of(new Help("/baton coming", "What is coming to you, and when; put it off, or ask why."));
    }

    private Optional<Message> drawn(Kind kind, Due due, Handle read) {
        return kind.render()
                .render(due, read)
                .map(message -> notices.planned(read, due.key())
                        .flatMap(planned -> desk.below(read, kind, planned, due.posted(), due.now()))
                        .map(tools -> screens.below(message, tools))
                        .orElse(message));
    }

    /** What is settled by then is left out, and one that is left speaks for itself. Once posted, it tells how each ended. */
    private Optional<Message> digest(Due due, Handle read) {
        List<Planned> together = notices.mergedInto(read, due.subject());
        if (due.posted()) {
            return Optional.of(screens.digest(together.stream()
                    .flatMap(planned -> standing(read, planned, due.now()).stream())
                    .toList()));
        }
        List<Planned> left = together.stream()
                .filter(Planned::merged)
                .filter(planned -> inTime(planned, due.now()))
                .filter(planned -> entry(read, planned, false, due.now()).isPresent())
                .toList();
        if (left.size() == 1) {
            Planned only = left.get(0);
            return desk.kind(only).flatMap(kind -> drawn(kind, only.due(false, due.now()), read));
        }
        List<Entry> entries = left.stream()
                .flatMap(planned -> entry(read, planned, false, due.now()).stream())
                .toList();
        return entries.isEmpty() ? Optional.empty() : Optional.of(screens.digest(entries));
    }

    private boolean inTime(Planned planned, Instant now) {
        return desk.kind(planned)
                .filter(kind -> !now.isAfter(planned.dueAt().plus(kind.grace())))
                .isPresent();
    }

    /** One that has come again by itself stands elsewhere. */
    private Optional<Entry> standing(Handle read, Planned planned, Instant now) {
        return planned.merged() || planned.snoozed(now) ? entry(read, planned, true, now) : Optional.empty();
    }

    private Optional<Entry> entry(Handle read, Planned planned, boolean posted, Instant now) {
        return desk.kind(planned)
                .flatMap(kind -> kind.render()
                        .render(planned.due(posted, now), read)
                        .map(message -> new Entry(message.text(), desk.below(read, kind, planned, posted, now))));
    }

    private Map<String, Kind> byName() {
        return all.get().stream().collect(Collectors.toMap(Kind::name, Function.identity()));
    }
}
