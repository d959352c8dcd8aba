package dev.baton.account;

import dev.baton.handbook.Segment;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A part of the world with its CSM Manager.
 *
 * @param key as the roster writes it: {@code AMER_EAST}
 * @param manager the Slack id of the manager; empty where there is none, and the default manager steps in
 * @param zone the time zone whose office hours count where no person is concerned
 * @param holidays the calendar of holidays, such as {@code us}; empty for none
 * @param segments where a segment has keepers of its own
 */
public record Region(
        String key,
        String name,
        Optional<String> manager,
        Optional<String> backup,
        String zone,
        String holidays,
        Map<Segment, Keepers> segments) {

    /** The manager of a routing key and who stands in. */
    public record Keepers(Optional<String> manager, Optional<String> backup) {
        private Keepers renamed(UnaryOperator<String> rename) {
            return new Keepers(manager.map(rename), backup.map(rename));
        }
    }

    public Region {
        segments = Map.copyOf(segments);
    }

    /** Who keeps accounts of this segment here. What the segment does not name is taken from the region. */
    public Keepers keepers(Segment segment) {
        Keepers own = segments.get(segment);
        return own == null
                ? new Keepers(manager, backup)
                : new Keepers(own.manager().or(() -> manager), own.backup().or(() -> backup));
    }

    Region renamed(UnaryOperator<String> rename) {
        Map<Segment, Keepers> renamed = new EnumMap<>(Segment.class);
        segments.forEach((segment, keepers) -> renamed.put(segment, keepers.renamed(rename)));
        return new Region(key, name, manager.map(rename), backup.map(rename), zone, holidays, renamed);
    }
}
