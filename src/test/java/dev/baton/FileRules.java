package dev.baton;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is asked of files rather than of classes. */
final class FileRules {
    private static final int LONGEST = 300;
    private static final Set<String> WRITTEN = Set.of("java", "js", "css", "html", "sql", "yml", "xml");
    /** One file by nature: whoever has a policy of their own copies it as a whole; a line of the other is one invented fact. */
    private static final Pattern POLICY = Pattern.compile("handbook(-\\w+)?\\.yml|busy-quarter\\.yml");

    private static final Pattern PUT_OFF = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern OUTSIDE = Pattern.compile("\\.\\./" + "shared");

    private FileRules() {}

    /** What is wrong in this folder, a line for each finding. */
    static List<String> broken(Path folder) throws IOException {
        List<String> findings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted().toList()) {
                if (Files.isDirectory(file)) {
                    findings.addAll(aboutPackage(file));
                } else if (WRITTEN.contains(ending(file))) {
                    findings.addAll(aboutFile(file));
                }
            }
        }
        return findings;
    }

    private static List<String> aboutFile(Path file) throws IOException {
        List<String> findings = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.size() > LONGEST
                && !POLICY.matcher(file.getFileName().toString()).matches()) {
            findings.add(file + " has " + lines.size() + " lines");
        }
        if (lines.stream().anyMatch(line -> PUT_OFF.matcher(line).find())) {
            findings.add(file + " puts something off");
        }
        if (lines.stream().anyMatch(line -> OUTSIDE.matcher(line).find())) {
            findings.add(file + " names a place outside the project");
        }
        return findings;
    }

    /** Test code shares the packages of what it tests, so only the packages themselves are looked at. */
    private static List<String> aboutPackage(Path folder) throws IOException {
        if (!folder.toString().replace('\\', '/').contains("main/java") || !holdsCode(folder)) {
            return List.of();
        }
        Path info = folder.resolve("package-info.java");
        boolean marked = Files.exists(info) && Files.readString(info).contains("\n@NullMarked\n");
        return marked ? List.of() : List.of(folder + " has no package-info.java with @NullMarked");
    }

    private static boolean holdsCode(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> ending(file).equals("java"));
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
