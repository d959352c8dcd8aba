package dev.baton.help;

import static dev.baton.account.Permit.Grant.to;

import com.slack.api.bolt.App;
import dev.baton.account.Acts;
import dev.baton.account.Names;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Roster;
import dev.baton.account.Standing;
import dev.baton.handbook.Handbook;
import dev.baton.notice.Due;
import dev.baton.notice.Kind;
import dev.baton.notice.Message;
import dev.baton.notice.Notices;
import dev.baton.slack.Blocks;
import dev.baton.slack.Command;
import dev.baton.slack.Feature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Help, as the whole sees it. It is made last, because it tells what all others can do. */
public final class HelpFeature implements Feature {
    private final Handbook handbook;
    private final Roster roster;
    private final List<Feature> others;
    private final HelpDesk desk;
    private final HelpScreens screens;
    private final HelpListener listener;

    /** @param others who say what they can do, and take what is theirs behind {@code /baton} */
    public HelpFeature(
            Acts acts,
            Handbook handbook,
            Roster roster,
            Permissions permissions,
            Notices notices,
            List<Feature> others) {
        this.handbook = handbook;
        this.roster = roster;
        this.others = List.copyOf(others);
        desk = new HelpDesk(acts, roster, permissions, notices);
        screens = new HelpScreens(handbook);
        listener = new HelpListener(
                desk, screens, handlers(this.others), handbook.topics().keySet(), this::lines);
    }

    @Override
    public void register(App app) {
        listener.register(app);
    }

    @Override
    public List<Permit> permits() {
        return List.of(Permit.of(HelpDesk.READ, "read the handbook here", to(Standing.MEMBER)));
    }

    @Override
    public List<Kind> kinds() {
        return List.of(Kind.of(HelpDesk.ANSWER, (due, read) -> Optional.of(answer(due)))
                .personally());
    }

    @Override
    public List<Help> help() {
        return List.of(new Help("/baton help TOPIC", "What the handbook says, with its links."));
    }

    private Message answer(Due due) {
        if (!desk.mayRead(due.recipient())) {
            String words = "I do not know you yet. " + Names.admins(roster) + " can add you to Baton's people file.";
            return new Message(Blocks.esc(words), Blocks.json(List.of(Blocks.text(Blocks.esc(words)))));
        }
        String topic = due.subjectId().substring(0, Math.max(0, due.subjectId().lastIndexOf('/')));
        Question question = topic.isEmpty()
                ? new Question(Question.Kind.OVERVIEW, "", Optional.empty())
                : Question.typed("help " + topic, List.of(), handbook.topics().keySet());
        return screens.answer(question, lines()).message();
    }

    private List<Help> lines() {
        List<Help> lines = new ArrayList<>();
        others.forEach(feature -> lines.addAll(feature.help()));
        lines.addAll(help());
        return lines;
    }

    private static Map<String, Command.Handler> handlers(List<Feature> features) {
        Map<String, Command.Handler> handlers = new LinkedHashMap<>();
        features.stream().flatMap(feature -> feature.commands().stream()).forEach(command -> {
            if (handlers.put(command.name(), command.handler()) != null) {
                throw new IllegalArgumentException("two features answer /baton " + command.name());
            }
        });
        return handlers;
    }
}
