package dev.baton.request;

import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.When;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Span;
import dev.baton.notice.Owed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is reminded of an unanswered request, and when: the manager first, then whoever stands in. */
final class Nudging {
    private final Handbook handbook;
    private final Roster roster;

    Nudging(Handbook handbook, Roster roster) {
        this.handbook = handbook;
        this.roster = roster;
    }

    /** The manager after one span, the backup (without one, the default manager) after the other. */
    List<Owed> ofManager(CsmRequest request, Routing routing, Instant since) {
        Optional<String> standIn =
                routing.backup().or(roster::defaultManager).filter(person -> !person.equals(request.manager()));
        Owed nudge = owed(
                key(request, RequestKinds.NUDGE),
                RequestKinds.NUDGE,
                request.subject(),
                request.manager(),
                since,
                handbook.timings().requestNudge());
        return standIn.map(person -> List.of(
                        nudge,
                        owed(
                                key(request, RequestKinds.ESCALATION),
                                RequestKinds.ESCALATION,
                                request.subject(),
                                person,
                                since,
                                handbook.timings().requestEscalate())))
                .orElseGet(() -> List.of(nudge));
    }

    /** The requester, who was asked something. */
    Owed ofRequester(CsmRequest request, long remark, Instant since) {
        return owed(
                questionKey(remark),
                RequestKinds.QUESTION_NUDGE,
                Remark.subject(remark),
                request.requester(),
                since,
                handbook.timings().requestNudge());
    }

    /** What is no longer owed once the manager has answered, or waits for an answer. */
    static List<String> managerKeys(CsmRequest request) {
        return List.of(key(request, RequestKinds.NUDGE), key(request, RequestKinds.ESCALATION));
    }

    static String questionKey(long remark) {
        return Remark.subject(remark) + ":" + RequestKinds.QUESTION_NUDGE;
    }

    /** Without the recipient: when the manager changes, the same reminder moves. */
    private static String key(CsmRequest request, String kind) {
        return request.subject() + ":" + kind;
    }

    private Owed owed(String key, String kind, String subject, String person, Instant since, Span span) {
        return new Owed(key, kind, subject, person, When.nudge(person, since, span));
    }
}
