package dev.baton;

import dev.baton.account.Account.Phase;
import dev.baton.account.Accounts;
import dev.baton.dedicated.DedicatedFeature;
import dev.baton.evaluation.EvaluationFeature;
import dev.baton.leaver.LeaverFeature;
import dev.baton.meeting.MeetingFeature;
import dev.baton.request.RequestFeature;
import dev.baton.scale.ScaleFeature;
import dev.baton.stage.StageFeature;

/**
 * Who reacts to whom, in one place and in the open. A reaction happens in the transaction of what it reacts to; it neither
 * refuses nor does I/O.
 */
final class Reactions {
    private Reactions() {}

    static void among(
            Accounts accounts,
            RequestFeature requests,
            MeetingFeature meetings,
            DedicatedFeature dedicated,
            ScaleFeature scale,
            EvaluationFeature evaluation,
            StageFeature stages,
            LeaverFeature leavers) {
        accounts.onChange(requests.reaction());
        accounts.onChange(dedicated);
        accounts.onChange(scale);
        accounts.onChange(evaluation);
        accounts.onChange(stages);
        accounts.onChange(leavers);
        requests.onStep(stages::requested);
        requests.onStep((act, account, deal) -> leavers.settled(act));
        requests.onAssigned(meetings::planInternal);
        // A customer had its internal meeting before it became one.
        leavers.onAssigned((act, account, csm, sa) -> {
            if (account.phase() == Phase.PRE_SALES) {
                meetings.planInternal(act, account, csm, sa);
            }
        });
        leavers.onAssigned((act, account, csm, sa) -> requests.followed(act, account, csm));
        requests.onRedirected(scale::suggest);
    }
}
