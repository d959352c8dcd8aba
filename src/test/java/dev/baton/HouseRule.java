package dev.baton;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * A rule of the house, and the smallest piece of code that breaks it: a rule that cannot fail guards nothing.
 *
 * @param name a sentence
 * @param broken sources, each beginning with its package; the offender is called Offender
 */
record HouseRule(String name, ArchRule says, String broken) {
    private static final Pattern HEAD =
            Pattern.compile("package ([\\w.]+);\\s+.*?(?:class|interface|record) (\\w+)", Pattern.DOTALL);

    private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

    /** Shared, because opening every library of the class path anew costs more than compiling. */
    private static final StandardJavaFileManager FILES =
            JAVAC.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    static HouseRule of(String name, ArchRule says, String broken) {
        return new HouseRule(name, says.allowEmptyShould(true), broken);
    }

    EvaluationResult judge(JavaClasses classes) {
        return says.evaluate(classes);
    }

    /** The offending classes as the compiler makes them, in the very packages the rule speaks of. */
    JavaClasses offenders(Path folder) throws IOException {
        StringWriter complaints = new StringWriter();
        FILES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
        if (!JAVAC.getTask(complaints, FILES, null, List.of("-proc:none"), null, sources())
                .call()) {
            throw new IllegalStateException("the offender of \"" + name + "\" does not compile:\n" + complaints);
        }
        return new ClassFileImporter().importPath(folder);
    }

    private List<Source> sources() {
        return Stream.of(broken.split("(?m)^(?=package )"))
                .filter(text -> !text.isBlank())
                .map(Source::of)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        private Source(URI name, String text) {
            super(name, Kind.SOURCE);
            this.text = text;
        }

        static Source of(String text) {
            Matcher head = HEAD.matcher(text);
            if (!head.find()) {
                throw new IllegalArgumentException("no package and class in: " + text);
            }
            String file = head.group(1).replace('.', '/') + "/" + head.group(2) + ".java";
            return new Source(URI.create("memory:///" + file), text);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
