package dev.baton.account;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is kept of people beyond the people file. */
public final class PersonStore {

    /** The channel in which Baton talks to this person alone, once it has been opened. */
    public Optional<String> directChannel(Handle handle, String person) {
        return handle.createQuery("SELECT dm_channel FROM person WHERE id = :id AND dm_channel IS NOT NULL")
                .bind("id", person)
                .mapTo(String.class)
                .findOne();
    }

    public String keepDirectChannel(Handle handle, String person, String channel) {
        handle.createUpdate("""
                        INSERT INTO person (id, dm_channel) VALUES (:id, :channel)
                        ON CONFLICT (id) DO UPDATE SET dm_channel = excluded.dm_channel
                        """).bind("id", person).bind("channel", channel).execute();
        return channel;
    }
}
