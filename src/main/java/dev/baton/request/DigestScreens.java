package dev.baton.request;

import static dev.baton.slack.Blocks.esc;
import static dev.baton.slack.Blocks.text;
import static dev.baton.slack.Blocks.title;

import com.slack.api.model.block.LayoutBlock;
import dev.baton.account.Account.Audience;
import dev.baton.account.Money;
import dev.baton.notice.Message;
import dev.baton.request.Digest.Unserved;
import dev.baton.slack.Blocks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a manager's weekly digest. */
final class DigestScreens {
    private static final int LINES = 15;

    Message digest(Digest digest) {
        if (digest.empty()) {
            String words = "Your week: none. Nothing waits for you, and no account of yours lacks "
                    + digest.handbook().words().aCsm() + ".";
            return new Message(words, Blocks.json(List.of(text(esc(words)))));
        }
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(title("Your week"));
        add(blocks, "Requests that wait for you", digest.open(), view -> request(digest, view));
        String csm = digest.handbook().words().aCsm();
        add(blocks, "Qualify for " + csm + " and have none", digest.qualifying(), each -> line(digest, each));
        add(blocks, "In negotiation or further without " + csm, digest.advanced(), each -> line(digest, each));
        String words = "Your week: "
                + Stream.of(
                                counted(digest.open().size(), "waiting for you"),
                                counted(digest.qualifying().size(), "qualifying without " + csm),
                                counted(digest.advanced().size(), "in negotiation or further without " + csm))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(", "))
                + ".";
        return new Message(esc(words), Blocks.json(blocks));
    }

    private static String counted(int count, String what) {
        return count == 0 ? "" : count + " " + what;
    }

    private static <T> void add(List<LayoutBlock> blocks, String heading, List<T> items, Function<T, String> line) {
        if (items.isEmpty()) {
            return;
        }
        StringBuilder words = new StringBuilder("*" + esc(heading) + "*");
        items.stream().limit(LINES).forEach(item -> words.append("\n• ").append(esc(line.apply(item))));
        if (items.size() > LINES) {
            words.append("\n… and ").append(items.size() - LINES).append(" more");
        }
        blocks.add(text(words.toString()));
    }

    private static String request(Digest digest, RequestView view) {
        long days = Duration.between(view.request().submittedAt(), digest.now()).toDays();
        String age = days == 0 ? "since today" : "for " + days + (days == 1 ? " day" : " days");
        return view.request().label() + " " + view.customer() + ", " + age + ", close "
                + view.opportunity().closeDate();
    }

    private static String line(Digest digest, Unserved unserved) {
        String amount = unserved.opportunity()
                .arr()
                .map(Money::toString)
                .map(value -> ", " + value + " " + digest.handbook().words().dealValue())
                .orElse("");
        return unserved.account().nameFor(Audience.TEAM) + ", "
                + unserved.opportunity().stage().label() + amount + ", close "
                + unserved.opportunity().closeDate();
    }
}
