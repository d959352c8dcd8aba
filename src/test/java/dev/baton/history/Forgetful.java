package dev.baton.history;

import dev.baton.history.Command.Deed;
import dev.baton.history.Command.Do;
import java.time.Instant;

/** A model with a mistake: it thinks that nothing comes of a withdrawal. */
final class Forgetful extends Model {
    Forgetful(String series, int numbers, Instant now) {
        super(series, numbers, now);
    }

    @Override
    void done(Do it) {
        if (it.deed() != Deed.WITHDRAW) {
            super.done(it);
        }
    }
}
