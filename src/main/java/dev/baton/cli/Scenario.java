package dev.baton.cli;

import dev.baton.account.AccountsYaml;
import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.handbook.LocatedYaml;
import dev.baton.handbook.OperatorFile;
import dev.baton.sandbox.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a demo opens, as data: a file of YAML documents, each known by what it begins with. {@code channels} is the workspace
 * (its people, channels, and what was said), {@code regions} the people file, {@code accounts} what is known of customers,
 * {@code requests} who asks for a CSM at the start, {@code note} what to try. What is not there is the cast's.
 */
record Scenario(Workspace workspace, Roster roster, AccountsYaml.Opening accounts, List<Asking> requests) {
    static final List<String> NAMES = List.of("cast", "empty", "busy-quarter");

    private static final Pattern NEXT = Pattern.compile("(?m)^---.*$");

    /** Somebody who asks for a CSM as the demo opens, with what is known of the account. */
    record Asking(String by, String account) {}

    /** One of those that are built in, or a file. */
    static Scenario of(String nameOrFile) {
        boolean known = NAMES.contains(nameOrFile);
        String name = known ? "scenarios/" + nameOrFile + ".yml" : nameOrFile;
        return parse(name, known ? OperatorFile.builtIn(name) : OperatorFile.read(Path.of(nameOrFile)));
    }

    private static Scenario parse(String file, String text) {
        List<String> documents = documents(text);
        Workspace workspace = Workspace.parse(
                document(documents, "channels").orElseGet(() -> OperatorFile.builtIn("sandbox/cast.yml")),
                OperatorFile.builtIn("manifest.yml"));
        Roster roster = document(documents, "regions")
                .map(people -> RosterYaml.parse(file, people))
                .orElseGet(RosterYaml::cast);
        AccountsYaml.Opening accounts = document(documents, "accounts")
                .map(known -> AccountsYaml.parse(file, known, roster))
                .orElseGet(() -> AccountsYaml.cast(roster));
        Optional<String> note = document(documents, "note").map(written -> note(file, written));
        List<Asking> requests = document(documents, "requests")
                .map(written -> requests(file, written))
                .orElse(List.of());
        return new Scenario(note.map(workspace::noted).orElse(workspace), roster, accounts, requests);
    }

    /** The documents of a file, each with so many lines before it that a problem is told with its line in the file. */
    private static List<String> documents(String text) {
        List<String> documents = new ArrayList<>();
        int lines = 0;
        for (String document : NEXT.splitAsStream(text).toList()) {
            documents.add("\n".repeat(lines) + document);
            lines += (int) document.chars().filter(each -> each == '\n').count();
        }
        return documents;
    }

    private static Optional<String> document(List<String> documents, String key) {
        Pattern begins = Pattern.compile("(?m)^" + key + ":");
        Pattern workspace = Pattern.compile("(?m)^channels:");
        return documents.stream()
                .filter(each -> begins.matcher(each).find())
                .filter(each ->
                        key.equals("channels") || !workspace.matcher(each).find())
                .findFirst();
    }

    private static String note(String file, String document) {
        LocatedYaml root = LocatedYaml.of(file, document).only("note");
        Optional<String> note = root.required("note").text();
        root.throwProblems();
        return note.orElseThrow();
    }

    private static List<Asking> requests(String file, String document) {
        LocatedYaml root = LocatedYaml.of(file, document).only("requests");
        List<Asking> requests = root.required("requests").items().stream()
                .map(each -> each.only("by", "account"))
                .map(each -> new Asking(
                        each.required("by").text().orElse(""),
                        each.required("account").text().orElse("")))
                .toList();
        root.throwProblems();
        return requests;
    }
}
