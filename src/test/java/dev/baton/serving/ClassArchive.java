package dev.baton.serving;

import dev.baton.handbook.OperatorFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How {@code serve} is started so that starting costs little, since these tests start it a hundred times: the classes it
 * loads are put into an archive once, which spares the machine a third of each start. An archive knows no folders of
 * classes, so ours become a jar first.
 */
public final class ClassArchive {
    private static final Path FOLDER = Path.of("target", "serving").toAbsolutePath();
    private static final List<String> LIGHT = List.of(
            "-Xlog:disable",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            // Fresh memory is what a start on a small machine pays most for, after its classes.
            "-Xmn8m",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote");
    private static final List<String> OPTIONS = made();

    private ClassArchive() {}

    /** Options of the virtual machine, the class path among them, and these besides. */
    public static List<String> options(String... more) {
        List<String> all = new ArrayList<>(OPTIONS);
        all.addAll(List.of(more));
        return all;
    }

    private static List<String> made() {
        try {
            Files.createDirectories(FOLDER);
            // Tests run in two processes; the second one waits and finds what the first one made.
            try (FileChannel alone = FileChannel.open(
                    FOLDER.resolve("classes.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                alone.lock();
                return archived();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> archived() throws IOException {
        List<String> path = Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
        Path classes = path.stream()
                .map(Path::of)
                .filter(each -> Files.exists(each.resolve("dev/baton/Main.class")))
                .findFirst()
                .orElseThrow();
        String version = Long.toHexString(newest(classes) ^ path.hashCode());
        Path jar = FOLDER.resolve("classes-" + version + ".jar");
        String jars = Stream.concat(Stream.of(jar.toString()), path.stream().filter(each -> each.endsWith(".jar")))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> options = new ArrayList<>(LIGHT);
        options.addAll(List.of("-cp", jars));
        Path archive = FOLDER.resolve("classes-" + version + ".jsa");
        if (!Files.exists(jar)) {
            pack(classes, jar);
            dump(options, archive);
        }
        if (Files.exists(archive)) {
            options.add("-XX:SharedArchiveFile=" + archive);
        }
        return List.copyOf(options);
    }

    private static long newest(Path classes) throws IOException {
        try (Stream<Path> all = Files.walk(classes)) {
            return all.mapToLong(each -> each.toFile().lastModified()).max().orElse(0);
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
        try (Stream<Path> all = Files.walk(classes);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(fresh))) {
            // With its folders: migrations are found by the name of theirs.
            for (Path each : all.filter(each -> !each.equals(classes)).sorted().toList()) {
                String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
                out.putNextEntry(new JarEntry(Files.isDirectory(each) ? name + "/" : name));
                if (Files.isRegularFile(each)) {
                    Files.copy(each, out);
                }
                out.closeEntry();
            }
        }
        Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A life without a Slack, from start to stop. Where it leaves no archive, starting merely takes longer. */
    private static void dump(List<String> options, Path archive) throws IOException {
        Path work = Files.createTempDirectory(FOLDER, "archive");
        Path people = Files.writeString(work.resolve("people.yml"), OperatorFile.builtIn("cast-roster.yml"));
        List<String> all = new ArrayList<>(options);
        all.add("-XX:ArchiveClassesAtExit=" + archive);
        String database = "jdbc:sqlite:" + work.resolve("baton.db");
        URI nowhere = URI.create("http://127.0.0.1:9/api/");
        Map<String, String> environment = Premises.environment(nowhere, "xoxb-nobody", "nothing", database);
        environment.put("BATON_ROSTER", people.toString());
        try (ServeProcess serve = ServeProcess.start(environment, all, work.resolve("serve.log"), "")) {
            serve.probe("/readyz");
            serve.tellToStop();
            // To write the archive takes a busy machine long.
            serve.ended(Duration.ofMinutes(3));
        }
    }
}
