package dev.baton.notice;

import dev.baton.account.Anchor;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who reads a claimed notice, and what it comes before. */
final class ReaderStore {

    /** False when the row moved on meanwhile. */
    boolean keep(Handle handle, NoticeRow row, Optional<String> reader) {
        return handle.createUpdate("""
                        UPDATE notice SET reader = :reader
                        WHERE id = :id AND state = 'claimed' AND claim = :claim AND gen = :gen
                        """)
                        .bind("id", row.id())
                        .bind("claim", row.claim())
                        .bind("gen", row.gen())
                        .bind("reader", reader.orElse(null))
                        .execute()
                == 1;
    }

    /** The meeting or the deadline before which it comes; empty for what comes before nothing. */
    Optional<Anchor> before(Handle handle, NoticeRow row) {
        return handle.createQuery("SELECT anchor FROM notice WHERE id = :id AND timing = 'lead' AND anchor IS NOT NULL")
                .bind("id", row.id())
                .mapTo(String.class)
                .findOne()
                .map(Anchor::parse);
    }
}
