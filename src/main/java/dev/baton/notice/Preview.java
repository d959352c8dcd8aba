package dev.baton.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What is coming, in the words it would have if it were said now. */
public final class Preview {
    private final Notices notices;
    private final Map<String, Kind> kinds;

    /** One thing that will be said, unless the matter is settled before. */
    public record Line(Instant at, String recipient, String words) {}

    public Preview(Notices notices, List<Kind> kinds) {
        this.notices = notices;
        this.kinds = kinds.stream().collect(Collectors.toMap(Kind::name, Function.identity()));
    }

    /** Soonest first; what would no longer be said is left out. */
    public List<Line> coming(Handle read, Instant now, int limit) {
        return lines(notices.coming(read, limit), read, now);
    }

    /** The same for one person. */
    public List<Line> comingTo(Handle read, String person, Instant now, int limit) {
        return lines(notices.comingTo(read, person, limit), read, now);
    }

    private List<Line> lines(List<Notices.Coming> coming, Handle read, Instant now) {
        return coming.stream().flatMap(each -> line(each, read, now).stream()).toList();
    }

    private Optional<Line> line(Notices.Coming each, Handle read, Instant now) {
        Due due = new Due("", each.kind(), each.subject(), each.recipient(), Optional.empty(), false, each.at(), now);
        return Optional.ofNullable(kinds.get(each.kind()))
                .flatMap(kind -> kind.render().render(due, read))
                .map(message -> new Line(each.at(), each.recipient(), message.text()));
    }
}
