package dev.baton.people;

import static dev.baton.account.Permit.Grant.to;

import com.slack.api.bolt.App;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.Leave.Answer;
import dev.baton.account.Names;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.PersonStore;
import dev.baton.account.PreferenceStore;
import dev.baton.account.Standing;
import dev.baton.notice.Due;
import dev.baton.notice.Kind;
import dev.baton.notice.Message;
import dev.baton.notice.Notices;
import dev.baton.notice.Preview;
import dev.baton.slack.Command;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import dev.baton.slack.Profiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** People's own settings, as the whole sees them. */
public final class PeopleFeature implements Feature {
    private final People people;
    private final LeaveDesk leaves;
    private final ProfileDesk profiles;
    private final StandInScreens screens = new StandInScreens();
    private final PeopleListener listener;

    /** @param preview what is coming, in its words; asked when settings are shown */
    public PeopleFeature(
            Acts acts,
            People people,
            PersonStore persons,
            PreferenceStore preferences,
            Permissions permissions,
            Notices notices,
            Courier courier,
            Supplier<Preview> preview) {
        this.people = people;
        SettingsDesk settings = new SettingsDesk(acts, people, preferences, permissions, notices, preview);
        leaves = new LeaveDesk(acts, people, preferences, settings, notices);
        profiles = new ProfileDesk(acts, people, persons, notices);
        listener = new PeopleListener(settings, leaves, profiles, new SettingsScreens(), courier);
    }

    /** Slack says something new of somebody: another zone, an account closed or open again. */
    @FunctionalInterface
    public interface OnProfile {
        void changed(Act act, String person);
    }

    public void onProfile(OnProfile reaction) {
        profiles.onProfile(reaction);
    }

    /** Asks Slack in the background what it says of everybody. */
    public void start(Profiles slack) {
        slack.read(
                profiles.everybody(),
                profile -> profiles.keep(profile.person(), profile.zone(), profile.deactivated()));
    }

    /** The same kind; read by somebody else in the recipient's place, its messages say for whom they are. */
    public Kind readFor(Kind kind) {
        return kind.drawn(render -> (due, read) -> render.render(due, read)
                .map(message -> due.reader()
                        .map(reader -> readFor(message, due, reader, read))
                        .orElse(message)));
    }

    private Message readFor(Message message, Due due, String reader, Handle read) {
        return screens.readFor(
                message,
                Names.of(due.recipient(), people.roster()),
                people.awayUntil(read, due.recipient(), due.now()),
                people.today(read, reader, due.now()));
    }

    @Override
    public void register(App app) {
        listener.register(app);
    }

    @Override
    public List<Permit> permits() {
        return List.of(Permit.of(SettingsDesk.CHANGE, "choose settings of your own", to(Standing.MEMBER)));
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("settings", listener::open));
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                Kind.of(Absence.QUESTION, this::question).personally(),
                Kind.of(Absence.ANSWER, (due, read) -> absence(due, read).map(screens::answer))
                        .personally());
    }

    /** Asked no more once it is answered or taken back. */
    private Optional<Message> question(Due due, Handle read) {
        return absence(due, read)
                .filter(absence -> due.posted() || absence.is(Answer.ASKED))
                .map(screens::question);
    }

    private Optional<Absence> absence(Due due, Handle read) {
        return leaves.absence(read, due.recipient(), Long.parseLong(due.subjectId()), due.now());
    }

    @Override
    public List<Help> help() {
        return List.of(new Help(
                "/baton settings", "Your quiet hours, working days and time off, and who stands in meanwhile."));
    }
}
