package dev.baton.card;

import com.slack.api.bolt.App;
import com.slack.api.model.view.View;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Roster;
import dev.baton.account.SalesforceId;
import dev.baton.account.SearchStore;
import dev.baton.account.Who;
import dev.baton.handbook.Handbook;
import dev.baton.slack.Command;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import dev.baton.slack.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The account's card, as the whole sees it. It is made after the others, because it shows what they give. */
public final class CardFeature implements Feature {
    private final Acts acts;
    private final List<Feature> others;
    private final CardDesk desk;
    private final CardScreens screens;
    private final Handbook handbook;
    private final CardListener listener;
    private final EditListener editing;

    /** @param others whose parts stand on the card, and who tell what their lines of history say */
    public CardFeature(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            Accounts accounts,
            AccountStore store,
            HistoryStore history,
            Courier courier,
            List<Feature> others) {
        this.acts = acts;
        Roster roster = people.roster();
        this.handbook = handbook;
        this.others = List.copyOf(others);
        screens = new CardScreens(handbook);
        desk = new CardDesk(acts, handbook, people, permissions, accounts, new SearchStore(), history, this::tells);
        listener = new CardListener(desk, this::card, courier);
        EditDesk edits = new EditDesk(acts, handbook, roster, permissions, accounts, store, history);
        editing = new EditListener(edits, new EditScreens(handbook, roster), this::card, roster, handbook, courier);
    }

    @Override
    public List<Permit> permits() {
        return Rights.permits();
    }

    @Override
    public void register(App app) {
        listener.register(app);
        editing.register(app);
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("account", listener::look));
    }

    @Override
    public List<Help> help() {
        return List.of(new Help(
                "/account [name]",
                "Who is the " + handbook.words().csm() + ", where the deal is, who serves the account."));
    }

    /** The whole card of an account, as a person sees it: for whoever laid a form on it and changed what it shows. */
    public View card(String person, SalesforceId id) {
        return acts.read(read -> {
            Face face = desk.face(read, person, id);
            Who viewer = desk.who(read, person, face.account());
            List<Part> parts = new ArrayList<>(screens.parts(face));
            others.forEach(feature -> parts.addAll(feature.card(face.account(), viewer, read)));
            return screens.card(face, parts);
        });
    }

    private Optional<String> tells(HistoryStore.Line line) {
        return others.stream().flatMap(feature -> feature.told(line).stream()).findFirst();
    }
}
