package dev.baton.cli;

import dev.baton.account.Roster;
import dev.baton.account.RosterYaml;
import dev.baton.handbook.Handbook;
import dev.baton.handbook.HandbookYaml;
import dev.baton.handbook.Misconfigured;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code baton check}: reads the operator's two files exactly as {@code serve} does, and changes nothing. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the policy file and the people file, and tells every problem with its line.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:both files are in order", "1:problems were found", "2:the command line is wrong"})
public final class Check implements Callable<Integer> {
    private final Map<String, String> environment;

    @Option(
            names = "--handbook",
            paramLabel = "FILE",
            description = "The policy file, or csm or tam for a built-in one. Default: BATON_HANDBOOK, else csm.")
    private @Nullable Path handbook;

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "The people file. Default: BATON_ROSTER, else the built-in cast.")
    private @Nullable Path roster;

    @Spec
    private @Nullable CommandSpec spec;

    public Check() {
        this(System.getenv());
    }

    Check(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Optional<Path> policy = named(handbook, "BATON_HANDBOOK");
        Optional<Path> people = named(roster, "BATON_ROSTER");
        List<String> lines = new ArrayList<>();
        boolean policyOk = told(lines, () -> "handbook: ok (" + about(policy) + ")");
        boolean peopleOk = told(lines, () -> "roster: ok (" + aboutPeople(people) + ")");
        PrintWriter out = out();
        lines.forEach(out::println);
        out.flush();
        return policyOk && peopleOk ? 0 : 1;
    }

    private Optional<Path> named(@Nullable Path option, String variable) {
        return Optional.ofNullable(option)
                .or(() -> Optional.ofNullable(environment.get(variable))
                        .filter(value -> !value.isBlank())
                        .map(value -> Path.of(value.strip())));
    }

    private static boolean told(List<String> lines, Supplier<String> summary) {
        try {
            lines.add(summary.get());
            return true;
        } catch (Misconfigured misconfigured) {
            misconfigured.problems().forEach(problem -> lines.add(problem.toString()));
            return false;
        }
    }

    private static String about(Optional<Path> file) {
        Handbook handbook = file.map(HandbookYaml::load).orElseGet(Handbook::builtIn);
        return String.join(
                ", ",
                "profile " + handbook.profile(),
                handbook.gate().size() + " stages",
                "thresholds for " + handbook.thresholds().size() + " segments"
                        + handbook.thresholdsNote().map(note -> ": " + note).orElse(""),
                handbook.topics().size() + " topics",
                handbook.links().size() + " links");
    }

    private static String aboutPeople(Optional<Path> file) {
        Roster roster = file.map(RosterYaml::load).orElseGet(RosterYaml::cast);
        List<String> parts = new ArrayList<>();
        parts.add((file.isPresent() ? "" : "built-in cast: ") + roster.people().size() + " people, "
                + roster.regions().size() + " regions");
        parts.addAll(roster.warnings());
        return String.join("; ", parts);
    }

    private PrintWriter out() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets it before it calls");
        }
        return spec.commandLine().getOut();
    }
}
