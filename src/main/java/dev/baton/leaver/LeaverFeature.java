package dev.baton.leaver;

import static dev.baton.account.Permit.Grant.to;

import com.slack.api.bolt.App;
import dev.baton.account.Account;
import dev.baton.account.AccountStore;
import dev.baton.account.Accounts;
import dev.baton.account.Act;
import dev.baton.account.Acts;
import dev.baton.account.HistoryStore;
import dev.baton.account.InHand;
import dev.baton.account.People;
import dev.baton.account.Permissions;
import dev.baton.account.Permit;
import dev.baton.account.Person;
import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.account.SalesforceId;
import dev.baton.account.Standing;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.Role;
import dev.baton.notice.Due;
import dev.baton.notice.Kind;
import dev.baton.notice.Message;
import dev.baton.notice.Notices;
import dev.baton.slack.Courier;
import dev.baton.slack.Feature;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Leavers, as the whole sees them. */
public final class LeaverFeature implements Feature, Accounts.Listener {
    private final Roster roster;
    private final PlacesDesk places;
    private final LeaverDesk leavers;
    private final LeaverListener listener;
    private final LeaverScreens screens = new LeaverScreens();

    /** @param features what people have in hand is asked of all of them, this one included */
    public LeaverFeature(
            Acts acts,
            Handbook handbook,
            People people,
            Permissions permissions,
            Accounts accounts,
            AccountStore loads,
            HistoryStore history,
            Notices notices,
            Courier courier,
            Supplier<List<Feature>> features) {
        roster = people.roster();
        places = new PlacesDesk(handbook, accounts);
        LeaverStore store = new LeaverStore();
        LeaverDesk.Hands hands = hands(features);
        leavers = new LeaverDesk(acts, handbook, people, store, accounts, notices, hands);
        HandOverDesk desk =
                new HandOverDesk(acts, people, permissions, leavers, store, accounts, loads, history, notices, hands);
        listener = new LeaverListener(desk, screens, courier);
    }

    /** An account has another CSM; the SA is the team's or the servicing one. */
    @FunctionalInterface
    public interface OnAssigned {
        void assigned(Act act, Account account, String csm, Optional<String> sa);
    }

    public void onAssigned(OnAssigned reaction) {
        places.onAssigned(reaction);
    }

    /** Looks at everybody who has something in hand: people may have left while Baton was down. */
    public void start() {
        leavers.reviewAll();
    }

    /** Somebody may have left, or come back. */
    public void review(Act act, String person) {
        leavers.review(act, person);
    }

    /** Something that may be in a leaver's hands was settled. */
    public void settled(Act act) {
        leavers.changed(act);
    }

    @Override
    public void accountChanged(Act act, Optional<Account> before, Account after) {
        leavers.changed(act, after.csmPerson().stream());
        leavers.accountChanged(act, after.id());
    }

    @Override
    public void teamChanged(Act act, SalesforceId account, Role role, Optional<String> before, Optional<String> after) {
        leavers.changed(act, after.stream());
    }

    @Override
    public List<Permit> permits() {
        return rows();
    }

    static List<Permit> rows() {
        return List.of(Permit.of(
                HandOverDesk.HAND_OVER,
                "hand over what a leaver had in hand",
                to(Standing.KEY_MANAGER),
                to(Standing.BACKUP),
                to(Standing.ADMIN)));
    }

    @Override
    public void register(App app) {
        listener.register(app);
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                Kind.of(Leaver.CARD, this::card).orElseTell(this::standIns),
                Kind.of(
                        Handed.YOURS,
                        (due, read) -> given(due, read, given -> given.to(due.recipient()))
                                .map(screens::yours)),
                Kind.of(
                        Handed.LINE,
                        (due, read) -> given(due, read, given -> given.in(due.recipient()))
                                .map(screens::line)));
    }

    @Override
    public List<String> open(Handle read) {
        return leavers.open(read);
    }

    @Override
    public List<InHand> inHand(String person, Handle read) {
        return places.inHand(read, person);
    }

    @Override
    public List<String> holders(Handle read) {
        return places.holders(read);
    }

    @Override
    public boolean handOver(Act act, String subject, String from, String to) {
        return places.handOver(act, subject, from, to);
    }

    @Override
    public Optional<String> told(HistoryStore.Line line) {
        return line.event().equals("leaver.handed") ? Optional.of("handed over " + line.detail()) : Optional.empty();
    }

    /** What was never shown is not shown any more once nothing is open. */
    private Optional<Message> card(Due due, Handle read) {
        Estate estate = leavers.estate(read, Long.parseLong(due.subjectId()));
        return due.posted() || !estate.open().isEmpty() ? Optional.of(screens.card(estate, due)) : Optional.empty();
    }

    private Optional<Given> given(Due due, Handle read, UnaryOperator<Given> part) {
        return Optional.of(part.apply(leavers.given(read, Long.parseLong(due.subjectId()))))
                .filter(given -> !given.lines().isEmpty());
    }

    /** Who may hand over as well, and read the names: the backup of all that is open, where they have one; administrators. */
    private List<String> standIns(Due due, Handle read) {
        List<Optional<String>> backups = leavers.estate(read, Long.parseLong(due.subjectId())).open().stream()
                .map(line -> Routing.of(
                        roster, line.account().region(), line.account().segment()))
                .map(Routing::backup)
                .distinct()
                .toList();
        Stream<String> backup = backups.size() == 1 ? backups.get(0).stream() : Stream.empty();
        Stream<String> admins = roster.with(Role.ADMIN).stream().map(Person::slackId);
        return Stream.concat(backup, admins).toList();
    }

    private static LeaverDesk.Hands hands(Supplier<List<Feature>> features) {
        return new LeaverDesk.Hands() {
            @Override
            public List<InHand> of(String person, Handle read) {
                return features.get().stream()
                        .flatMap(feature -> feature.inHand(person, read).stream())
                        .toList();
            }

            @Override
            public Set<String> holders(Handle read) {
                Set<String> holders = new LinkedHashSet<>();
                features.get().forEach(feature -> holders.addAll(feature.holders(read)));
                return holders;
            }

            @Override
            public boolean handOver(Act act, String subject, String from, String to) {
                return features.get().stream().anyMatch(feature -> feature.handOver(act, subject, from, to));
            }
        };
    }
}
