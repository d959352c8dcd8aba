package dev.baton.scale;

import dev.baton.account.Act;
import dev.baton.account.HistoryStore;
import dev.baton.account.InHand;
import dev.baton.handbook.Role;
import dev.baton.notice.Notices;
import dev.baton.store.Overtaken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Gives the open engagements of somebody who left to a successor: those to be done, and those that were asked for. */
final class SuccessionDesk {
    private static final String OWNED = ":owner";

    private final ScaleStore store;
    private final HistoryStore history;
    private final Notices notices;

    SuccessionDesk(ScaleStore store, HistoryStore history, Notices notices) {
        this.store = store;
        this.history = history;
        this.notices = notices;
    }

    List<InHand> inHand(Handle read, String person) {
        List<InHand> held = new ArrayList<>();
        for (Engagement each : store.inHand(read, person)) {
            if (does(each, person)) {
                held.add(new InHand(each.subject(), each.account(), each.label() + ", to be done", List.of(Role.CSE)));
            }
            if (each.owner().equals(person)) {
                held.add(
                        new InHand(each.subject() + OWNED, each.account(), each.label() + ", asked for", Owners.ROLES));
            }
        }
        return held;
    }

    List<String> holders(Handle read) {
        return store.open(read).stream()
                .flatMap(each -> Stream.concat(Stream.of(each.owner()), each.answeredBy().stream()))
                .distinct()
                .toList();
    }

    boolean handOver(Act act, String subject, String from, String to) {
        Optional<Engagement.Step> step = store.inHand(act.handle(), from).stream()
                .flatMap(each -> step(act, each, subject, from, to).stream())
                .findFirst();
        step.ifPresent(each -> {
            if (!store.advance(act, each.next())) {
                throw new Overtaken(each.next().subject());
            }
            notices.oweAll(act, each.owed());
            notices.touch(act, each.next().subject());
            history.add(act, each.next().account(), each.next().subject(), each.event(), each.detail());
        });
        return step.isPresent();
    }

    private static Optional<Engagement.Step> step(Act act, Engagement each, String subject, String from, String to) {
        if (subject.equals(each.subject()) && does(each, from)) {
            return Optional.of(each.doneInsteadBy(to, act.now()));
        }
        return subject.equals(each.subject() + OWNED) && each.owner().equals(from)
                ? Optional.of(each.ownedBy(to, act.now()))
                : Optional.empty();
    }

    private static boolean does(Engagement engagement, String person) {
        return engagement.state() == EngagementState.ACCEPTED
                && engagement.answeredBy().equals(Optional.of(person));
    }
}
