package dev.baton.operations;

import static dev.baton.account.Permit.Grant.to;

import com.slack.api.bolt.App;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.account.Standing;
import dev.baton.account.When;
import dev.baton.notice.Due;
import dev.baton.notice.Failed;
import dev.baton.notice.FailureStore;
import dev.baton.notice.Kind;
import dev.baton.notice.Message;
import dev.baton.notice.Notices;
import dev.baton.notice.Verb;
import dev.baton.slack.Command;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What those who run Baton see and decide, as the whole sees it. It is made after those whose messages it tells of. */
public final class OperationsFeature implements Feature {
    private static final Logger log = LoggerFactory.getLogger(OperationsFeature.class);

    /** Its id; people's are turned into names by whoever shows the history. */
    private static final Pattern CHANNEL = Pattern.compile("\\b[CG][A-Z0-9]{3,}\\b");

    private final OperationsDesk desk;
    private final AlertDesk alerts;
    private final OperationsScreens screens = new OperationsScreens();
    private final OperationsListener listener;

    /**
     * Asked when an administrator looks.
     *
     * @param store why the database takes no writes; empty when it does
     * @param slack why Slack's token is not known to work; empty when it does
     * @param paused why nothing is sent; empty while it goes on
     * @param backup when the last backup was made, where that is known
     */
    public record Vitals(
            Supplier<Optional<String>> store,
            Supplier<Optional<String>> slack,
            Supplier<Optional<String>> paused,
            Supplier<Optional<Instant>> backup) {}

    /**
     * Knows of others what any feature tells.
     *
     * @param all everybody whose notices may fail, this one too; asked when somebody looks
     */
    public OperationsFeature(
            Acts acts,
            People people,
            Permissions permissions,
            Accounts accounts,
            HistoryStore history,
            Notices notices,
            FailureStore failures,
            Courier courier,
            Vitals vitals,
            Supplier<List<Feature>> all) {
        Roster roster = people.roster();
        alerts = new AlertDesk(roster, notices, failures);
        desk = new OperationsDesk(
                acts, people, permissions, accounts, history, notices, failures, vitals, new AskedOfAll(all));
        listener = new OperationsListener(desk, screens, roster, courier);
    }

    /** A message was given up: the administrators hear of it, in the same transaction. */
    public void undelivered(Act act, String kind) {
        alerts.undelivered(act, kind);
    }

    @Override
    public void register(App app) {
        listener.register(app);
    }

    @Override
    public List<Kind> kinds() {
        return List.of(Kind.of(Alert.KIND, this::alert));
    }

    @Override
    public List<Permit> permits() {
        return List.of(
                Permit.of(OperationsDesk.SEE, "see how Baton does", to(Standing.ADMIN)),
                Permit.of(OperationsDesk.MEND, "decide about messages that did not get through", to(Standing.ADMIN)));
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("admin", listener::ask));
    }

    @Override
    public List<Help> help() {
        return List.of(
                new Help("/baton admin", "For administrators: how Baton does, and what could not be delivered."));
    }

    @Override
    public Optional<String> told(HistoryStore.Line line) {
        String recipient = CHANNEL.matcher(line.detail()).replaceAll("a channel");
        return switch (line.event()) {
            case "operations.retried" -> Optional.of("had a message to " + recipient + " tried again");
            case "operations.handed-over" -> Optional.of("handed a message over, from " + recipient);
            case "operations.set-aside" ->
                Optional.of("set a message to " + recipient + " aside, which could not be delivered");
            default -> Optional.empty();
        };
    }

    private Optional<Message> alert(Due due, Handle read) {
        long dead = desk.dead(read);
        return dead == 0 && !due.posted() ? Optional.empty() : Optional.of(screens.alert(dead));
    }

    /** Words and accounts of notices, asked of the features whose they are. */
    private static final class AskedOfAll implements OperationsDesk.Wording {
        private final Supplier<List<Feature>> features;

        AskedOfAll(Supplier<List<Feature>> features) {
            this.features = features;
        }

        /** What cannot be drawn may be the very reason why it failed, so it is told and not thrown. */
        @Override
        public Optional<String> words(Failed failed, Handle read, Instant now) {
            Optional<Kind> kind = kind(failed);
            if (kind.isEmpty()) {
                return Optional.of("(A message of a kind nobody words: " + failed.kind() + ")");
            }
            try {
                return kind.get().render().render(failed.due(now), read).map(Message::text);
            } catch (RuntimeException e) {
                log.warn("Notice {} cannot be drawn for the administrators", failed.key(), e);
                return Optional.of("(A message that cannot be drawn: " + failed.kind() + ")");
            }
        }

        private Optional<Kind> kind(Failed failed) {
            return features.get().stream()
                    .flatMap(feature -> feature.kinds().stream())
                    .filter(each -> each.name().equals(failed.kind()))
                    .findFirst();
        }

        @Override
        public Optional<When> next(Failed failed, Instant now, Handle read) {
            return kind(failed)
                    .filter(kind -> failed.verb() == Verb.POST)
                    .flatMap(kind -> kind.repeat().next(failed.due(now), read));
        }

        @Override
        public Optional<SalesforceId> account(Failed failed, Handle read) {
            return features.get().stream()
                    .flatMap(feature -> feature.about(failed.subject(), read).stream())
                    .findFirst();
        }
    }
}
