package dev.baton.history;

import static dev.baton.history.Message.name;

import dev.baton.history.Command.Do;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;


/** A request of the model's, and how it reads: what stands behind the words that begin with a dollar sign. */
final class Matter {

    /** What is known of an account by its latest request, and who was told once for all what concerns it. */
    static final class Account {
        String name = "";
        String csm = "";
        String arr = "";
        boolean pool;
        Matter last = new Matter(this, 0, "");
        final Set<Object> told = new HashSet<>();
    }

    /** One that was asked about a request, with what was answered. */
    record Question(Matter about, String by, String words, StringBuilder reply) {
        boolean waits() {
            return reply.isEmpty() && about.open();
        }
    }

    final Account account;
    final int number;
    final String asker;
    String state = "";
    String by = "";
    String notes = "";
    String lately = "";
    boolean ruled;
    boolean assignable;
    final List<Question> questions = new ArrayList<>();

    Matter(Account account, int number, String asker) {
        this.account = account;
        this.number = number;
        this.asker = asker;
    }

    boolean open() {
        return state.equals("open");
    }

    /** What the request's form says; a manager's ruling stands above the amount. */
    void know(Do it) {
        notes = it.word();
        account.arr = it.choice();
        assignable = ruled ? assignable : it.choice().equals("rich");
    }

    Set<String> concerned() {
        return new TreeSet<>(List.of(account.csm, "SAM", "SOL", asker));
    }

    String card() {
        return (open() ? "$req: $asker asks for a CSM for $name" : "$req ($name) is $outcome")
                + "…$asker asks for a CSM for…$name…$arr…$notes…$lately";
    }

    List<String> answers() {
        List<String> all = List.of("Assign", "Ask", "Decline", "Redirect to Scale CSE", "Override qualification");
        if (open()) {
            return assignable ? all : all.subList(1, all.size());
        }
        return state.equals("assigned") ? List.of("Reassign") : List.of();
    }

    List<String> corrections() {
        if (open()) {
            return List.of("Edit", "Withdraw");
        }
        return List.of("declined", "withdrawn").contains(state) ? List.of("Send again") : List.of();
    }

    String filled(String words) {
        Map<String, String> whom = Map.of("assigned", "assigned to $csm", "redirected", "redirected to Scale CSE");
        return words.replace("$outcome", open() ? "with Maya" : whom.getOrDefault(state, state) + " by $by")
                .replace("$csm", name(account.csm))
                .replace("$by", name(by))
                .replace("$asker", name(asker))
                .replace("$req", "REQ-" + number)
                .replace("$name", account.name)
                .replace("$notes", notes)
                .replace("$lately", lately)
                .replace("$arr", account.arr.equals("rich") ? "$420k" : "$8k");
    }
}
