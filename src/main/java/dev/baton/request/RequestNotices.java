package dev.baton.request;

import dev.baton.account.Roster;
import dev.baton.account.Routing;
import dev.baton.handbook.Role;
import dev.baton.handbook.Rule;
import dev.baton.notice.Due;
import dev.baton.notice.Kind;
import dev.baton.notice.Kind.Render;
import dev.baton.notice.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** How each notice about a request is worded from the state now, and who stands in when somebody cannot be reached. */
final class RequestNotices {
    private static final Duration A_DAY_LATE = Duration.ofDays(1);

    private final FilingDesk filing;
    private final DigestDesk digests;
    private final DigestScreens weekly = new DigestScreens();
    private final Roster roster;
    private final CardScreens cards = new CardScreens();
    private final RequesterScreens requester = new RequesterScreens();
    private final ToldScreens told = new ToldScreens();

    RequestNotices(FilingDesk filing, DigestDesk digests, Roster roster) {
        this.filing = filing;
        this.digests = digests;
        this.roster = roster;
    }

    List<Kind> kinds() {
        return List.of(
                Kind.of(RequestKinds.CARD, this::card).orElseTell(this::managers),
                Kind.of(RequestKinds.RECEIPT, always(requester::receipt)).personally(),
                Kind.of(RequestKinds.LINE, always(told::line)),
                Kind.of(
                                RequestKinds.ASSIGNED,
                                (due, read) -> Optional.of(told.assigned(view(due, read), due.recipient())))
                        .orElseTell(this::managers),
                Kind.of(RequestKinds.ASSIGNED_LINE, always(told::assignedLine)),
                Kind.of(RequestKinds.REASSIGNED, (due, read) -> {
                    Remark remark = remark(due, read);
                    return Optional.of(told.reassigned(viewOf(remark, read), remark, due.recipient()));
                }),
                Kind.of(RequestKinds.QUESTION, remarked(requester::question)).orElseTell(this::asker),
                Kind.of(RequestKinds.QUESTION_NUDGE, this::questionNudge).reminder(Rule.QUESTION_NUDGE),
                Kind.of(RequestKinds.ANSWER, remarked(told::answered)),
                Kind.of(RequestKinds.DECLINED, always(requester::declined)),
                Kind.of(RequestKinds.REDIRECTED, always(requester::redirected)),
                Kind.of(RequestKinds.OVERRIDDEN, remarked(requester::overridden)),
                Kind.of(RequestKinds.EDITED, remarked(told::edited)),
                Kind.of(RequestKinds.WITHDRAWN, always(told::withdrawn)),
                Kind.of(RequestKinds.DEAL_LOST, always(told::dealLost)),
                Kind.of(RequestKinds.NUDGE, whileOpen(told::nudge)).reminder(Rule.REQUEST_NUDGE),
                // A card, with everything that can be answered to it: it never becomes a line among others.
                Kind.of(RequestKinds.ESCALATION, this::card)
                        .reminder(Rule.REQUEST_ESCALATION)
                        .alone()
                        .orElseTell(this::deputies),
                Kind.of(RequestKinds.HOLE, always(told::hole)),
                Kind.of(RequestKinds.REROUTED, always(requester::rerouted)),
                Kind.of(RequestKinds.DIGEST, this::digest)
                        .within(A_DAY_LATE)
                        .reminder(Rule.MANAGERS_DIGEST)
                        .alone()
                        .again((due, read) -> digests.manages(due.recipient())
                                ? Optional.of(digests.next(read, due.recipient(), due.now()))
                                : Optional.empty()));
    }

    /** A card that was never shown is not shown any more once the matter is settled. */
    private Optional<Message> card(Due due, Handle read) {
        RequestView view = view(due, read);
        return due.posted() || view.request().state().open() ? Optional.of(cards.card(view, due)) : Optional.empty();
    }

    private Optional<Message> questionNudge(Due due, Handle read) {
        Remark question = remark(due, read);
        RequestView view = viewOf(question, read);
        if (question.open() && view.request().state().open()) {
            return Optional.of(requester.questionNudge(view, question));
        }
        return due.posted() ? Optional.of(requester.question(view, question)) : Optional.empty();
    }

    private Optional<Message> digest(Due due, Handle read) {
        return digests.manages(due.recipient())
                ? Optional.of(weekly.digest(digests.digest(read, due.subjectId(), due.now())))
                : Optional.empty();
    }

    private Render always(Function<RequestView, Message> draw) {
        return (due, read) -> Optional.of(draw.apply(view(due, read)));
    }

    /** A reminder of something answered is not said; one that was said tells how it ended. */
    private Render whileOpen(Function<RequestView, Message> draw) {
        return (due, read) -> {
            RequestView view = view(due, read);
            if (view.request().state().open()) {
                return Optional.of(draw.apply(view));
            }
            return due.posted() ? Optional.of(told.settled(view)) : Optional.empty();
        };
    }

    private Render remarked(BiFunction<RequestView, Remark, Message> draw) {
        return (due, read) -> {
            Remark remark = remark(due, read);
            return Optional.of(draw.apply(viewOf(remark, read), remark));
        };
    }

    private List<String> managers(Due due, Handle read) {
        Routing routing = filing.routing(view(due, read).account());
        return Stream.of(
                        Stream.of(routing.manager()),
                        routing.backup().stream(),
                        roster.defaultManager().stream(),
                        roster.with(Role.ADMIN).stream().map(person -> person.slackId()))
                .flatMap(people -> people)
                .toList();
    }

    /** The manager has the matter already. */
    private List<String> deputies(Due due, Handle read) {
        String manager = filing.routing(view(due, read).account()).manager();
        return managers(due, read).stream()
                .filter(person -> !person.equals(manager))
                .toList();
    }

    private List<String> asker(Due due, Handle read) {
        return List.of(remark(due, read).author());
    }

    private RequestView view(Due due, Handle read) {
        return filing.view(read, Long.parseLong(due.subjectId()));
    }

    private RequestView viewOf(Remark remark, Handle read) {
        return filing.view(read, remark.number());
    }

    private Remark remark(Due due, Handle read) {
        return filing.remark(read, Long.parseLong(due.subjectId()));
    }
}
