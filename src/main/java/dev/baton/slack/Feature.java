package dev.baton.slack;

import com.slack.api.bolt.App;
import dev.baton.account.Account;
import dev.baton.account.Act;
import dev.baton.account.HistoryStore;
import dev.baton.account.InHand;
import dev.baton.account.Permit;
import dev.baton.account.SalesforceId;
import dev.baton.account.Who;
import dev.baton.notice.Kind;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

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

    /** Its parts of an account's card, for this viewer. */
    default List<Part> card(Account account, Who viewer, Handle read) {
        return List.of();
    }

    /** What of it is also asked as {@code /baton NAME …}, whether or not it has a command of its own. */
    default List<Command> commands() {
        return List.of();
    }

    /**
     * What one of its history lines says, as plain words to follow the actor's name: {@code asked for a CSM (REQ-1)}.
     * People stand in it by their ids; whoever shows it puts their names. Empty for a line that is not its own.
     */
    default Optional<String> told(HistoryStore.Line line) {
        return Optional.empty();
    }

    /** The account that one of its notices is about, by the notice's subject; empty for what is not its own or of none. */
    default Optional<SalesforceId> about(String subject, Handle read) {
        return Optional.empty();
    }

    /**
     * The database was restored from a backup, and messages may show what it does not know any more.
     *
     * @return the subjects whose messages are brought up to date, however old they are: what is still open
     */
    default List<String> open(Handle read) {
        return List.of();
    }

    /** What of it is in this person's hands, and would be left lying without that person. */
    default List<InHand> inHand(String person, Handle read) {
        return List.of();
    }

    /** Everybody in whose hands something of it is. */
    default List<String> holders(Handle read) {
        return List.of();
    }

    /**
     * Gives to somebody else what {@link #inHand} named.
     *
     * @return false when it is not its own, or not in the hands of {@code from} any more
     */
    default boolean handOver(Act act, String subject, String from, String to) {
        return false;
    }

    /** The people file is another one: what waits for a manager goes to whoever keeps the account now. */
    default void rerouted(Act act) {}

    /** Its lines of {@code /baton help}. */
    default List<Help> help() {
        return List.of();
    }

    /**
     * A line of help.
     *
     * @param usage what to type or press, such as {@code /request-csm [account]}
     * @param does what it does, as a sentence
     */
    record Help(String usage, String does) {}
}
