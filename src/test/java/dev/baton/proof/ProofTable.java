package dev.baton.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Adds up what the parts of the proof left, and prints it as one table. Ends with 1 when anything was lost or doubled. */
public final class ProofTable {
    private static final String HEAD =
            "| proof | store | faults | histories | payloads | owed | delivered | lost | doubled | worst lateness |";
    private static final String RULE = "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|";

    private ProofTable() {}

    public static void main(String[] args) throws IOException {
        List<Tally> parts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Tally.folder(args[0]))) {
            files.filter(each -> each.toString().endsWith(".properties"))
                    .map(Tally::read)
                    .sorted(Comparator.comparing(Tally::part).thenComparing(Tally::store))
                    .forEach(parts::add);
        }
        System.out.println(text(parts));
        Files.writeString(Path.of("target", "proof", "table.md"), text(parts));
        if (parts.isEmpty() || parts.stream().anyMatch(each -> each.lost() != 0 || each.doubled() != 0)) {
            System.exit(1);
        }
    }

    static String text(List<Tally> parts) {
        List<String> lines = new ArrayList<>(List.of(HEAD, RULE));
        parts.forEach(each -> lines.add(line(each)));
        for (String store : List.of("SQLite", "PostgreSQL")) {
            Tally all = parts.stream()
                    .filter(each -> each.store().equals(store))
                    .reduce(Tally.of("**all**", store), Tally::plus);
            lines.add(line(all));
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String line(Tally each) {
        return "| %s | %s | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %.1f s |"
                .formatted(
                        each.part(),
                        each.store(),
                        each.faults(),
                        each.histories(),
                        each.payloads(),
                        each.owed(),
                        each.delivered(),
                        each.lost(),
                        each.doubled(),
                        each.worst() / 1000.0);
    }
}
