package dev.baton;

import dev.baton.account.Accounts;
import dev.baton.dedicated.DedicatedFeature;
import dev.baton.evaluation.EvaluationFeature;
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
            StageFeature stages) {
        accounts.onChange(requests.reaction());
        accounts.onChange(dedicated);
        accounts.onChange(scale);
        accounts.onChange(evaluation);
        accounts.onChange(stages);
        requests.onStep(stages::requested);
        requests.onAssigned(meetings::planInternal);
        requests.onRedirected(scale::suggest);
    }
}
