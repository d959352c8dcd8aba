package dev.baton;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Set;

/** The house's words for its parts: packages, and the roles that end a class's name. What is nested belongs to its outer class. */
final class Rooms {
    private static final String ROOT = "dev.baton";

    /** Every other package is a feature: a thing a user can name. */
    private static final Set<String> NO_FEATURES =
            Set.of("", "handbook", "account", "store", "notice", "slack", "sandbox", "cli", "watch");

    /** …Notices tells its feature how each notice is worded; …Words are sentences several screens share. */
    private static final Set<String> ROLES =
            Set.of("Desk", "Store", "Screens", "Words", "Notices", "Listener", "Feature");

    static final DescribedPredicate<JavaClass> JDBI = library("JDBI", "org.jdbi.");
    static final DescribedPredicate<JavaClass> BOLT = library("Slack's SDK", "com.slack.");
    static final DescribedPredicate<JavaClass> JETTY = library("Jetty", "org.eclipse.jetty.");
    static final DescribedPredicate<JavaClass> WEBSOCKET = library("the WebSocket library", "org.java_websocket.");
    static final DescribedPredicate<JavaClass> METERS_AND_LOGS =
            library("Micrometer and logback", "io.micrometer.", "ch.qos.logback.");
    static final DescribedPredicate<JavaClass> GSON = library("Gson", "com.google.gson.");
    static final DescribedPredicate<JavaClass> YAML_LIBRARY = library("the YAML library", "org.snakeyaml.");
    static final DescribedPredicate<JavaClass> HOLIDAYS = library("Jollyday", "de.focus_shift.");
    static final DescribedPredicate<JavaClass> OKHTTP = library("the SDK's HTTP client", "okhttp3.");
    static final DescribedPredicate<JavaClass> JAVA_SQL = library("java.sql", "java.sql.");
    static final DescribedPredicate<JavaClass> DATABASES =
            library("migrations and drivers", "org.flywaydb.", "org.sqlite.", "org.postgresql.", "com.zaxxer.");

    /** What nobody needs leave for. */
    static final DescribedPredicate<JavaClass> EVERYDAY = library(
                    "the JDK, JSpecify, slf4j", "java.", "javax.", "org.jspecify.", "org.slf4j.")
            .or(DescribedPredicate.describe("primitives", each -> element(each).isPrimitive()));

    static final DescribedPredicate<JavaClass> FEATURE =
            DescribedPredicate.describe("a feature", each -> ours(each) && !NO_FEATURES.contains(part(each)));

    /** A feature's classes without a role: they decide. */
    static final DescribedPredicate<JavaClass> NOUN_OF_A_FEATURE = FEATURE.and(
            DescribedPredicate.describe("nouns", each -> ROLES.stream().noneMatch(outermost(each)::endsWith)));

    private Rooms() {}

    /** Classes of these packages of ours; the empty string is the root. */
    static DescribedPredicate<JavaClass> in(String... parts) {
        Set<String> wanted = Set.of(parts);
        return DescribedPredicate.describe(
                "in " + String.join(", ", parts), each -> ours(each) && wanted.contains(part(each)));
    }

    static DescribedPredicate<JavaClass> role(String... suffixes) {
        return DescribedPredicate.describe(
                "…" + String.join(", …", suffixes),
                each -> ours(each) && Arrays.stream(suffixes).anyMatch(outermost(each)::endsWith));
    }

    /** Named with its package below the root, such as {@code cli.Demo}. */
    static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> wanted = Set.of(names);
        return DescribedPredicate.describe(
                String.join(", ", names),
                each -> ours(each) && wanted.contains(withoutNested(each).substring(ROOT.length() + 1)));
    }

    static DescribedPredicate<JavaClass> library(String name, String... prefixes) {
        return DescribedPredicate.describe(
                name, each -> Arrays.stream(prefixes).anyMatch(element(each).getName()::startsWith));
    }

    /** The first package below the root. */
    static String part(JavaClass each) {
        String below = each.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).replaceFirst("\\..*", "");
    }

    private static boolean ours(JavaClass each) {
        return each.getPackageName().equals(ROOT) || each.getPackageName().startsWith(ROOT + ".");
    }

    private static String outermost(JavaClass each) {
        String name = withoutNested(each);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String withoutNested(JavaClass each) {
        return element(each).getName().replaceFirst("\\$.*", "");
    }

    /** An array is imported for what it holds. */
    private static JavaClass element(JavaClass each) {
        return each.getBaseComponentType();
    }
}
