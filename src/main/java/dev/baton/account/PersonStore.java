package dev.baton.account;

import java.time.ZoneId;
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

    /** The zone that Slack told last. */
    public Optional<ZoneId> zone(Handle handle, String person) {
        return handle.createQuery("SELECT zone FROM person WHERE id = :id AND zone IS NOT NULL")
                .bind("id", person)
                .mapTo(String.class)
                .findOne()
                .map(ZoneId::of);
    }

    /** Whether Slack says that this person's account is closed. */
    public boolean deactivated(Handle handle, String person) {
        return handle.createQuery("SELECT deactivated FROM person WHERE id = :id")
                .bind("id", person)
                .mapTo(int.class)
                .findOne()
                .equals(Optional.of(1));
    }

    /**
     * Keeps what Slack says of a person.
     *
     * @return whether it is news
     */
    public boolean keepProfile(Handle handle, String person, ZoneId zone, boolean deactivated) {
        return handle.createUpdate("""
                        INSERT INTO person (id, zone, deactivated) VALUES (:id, :zone, :deactivated)
                        ON CONFLICT (id) DO UPDATE SET zone = excluded.zone, deactivated = excluded.deactivated
                        WHERE person.zone IS NULL OR person.zone <> excluded.zone
                            OR person.deactivated <> excluded.deactivated
                        """)
                        .bind("id", person)
                        .bind("zone", zone.getId())
                        .bind("deactivated", deactivated ? 1 : 0)
                        .execute()
                == 1;
    }
}
