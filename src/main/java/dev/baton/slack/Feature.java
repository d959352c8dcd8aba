package dev.baton.slack;

import com.slack.api.bolt.App;
import dev.baton.account.Permit;
import dev.baton.notice.Kind;
import java.util.List;

/**
 * What a process gives to the whole. Every method has an empty default: a new process overrides what it needs, and nothing
 * else in the house is edited.
 */
public interface Feature {

    /** Its commands, actions, views, shortcuts and events. */
    default void register(App app) {}

    /** Its notices: how each is rendered from the state now, and its grace when late. */
    default List<Kind> kinds() {
        return List.of();
    }

    /** Its rows of the permission table. */
    default List<Permit> permits() {
        return List.of();
    }
}
