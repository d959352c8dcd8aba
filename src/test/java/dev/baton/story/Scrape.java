package dev.baton.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prometheus' text format, read strictly: what does not keep to it is an error. */
record Scrape(String text, Map<String, String> types, List<Sample> samples) {
    private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) .*");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(?:,|$)");

    record Sample(String name, Map<String, String> labels, double value) {}

    static Scrape parse(String text) {
        Map<String, String> types = new TreeMap<>();
        List<Sample> samples = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                if (types.put(type.group(1), type.group(2)) != null) {
                    throw new AssertionError("told twice: " + line);
                }
            } else if (!line.startsWith("#") && sample.matches()) {
                samples.add(new Sample(sample.group(1), pairs(sample.group(2)), number(sample.group(3))));
                familyOf(sample.group(1), types);
            } else if (!line.isEmpty() && !HELP.matcher(line).matches()) {
                throw new AssertionError("no line of Prometheus' format: " + line);
            }
        }
        return new Scrape(text, types, samples);
    }

    double value(String name, Map<String, String> labels) {
        return samples.stream()
                .filter(each -> each.name().equals(name) && each.labels().equals(labels))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + labels + " in\n" + text))
                .value();
    }

    /** The names of the labels with which a family comes. */
    String labels(String family) {
        TreeSet<String> names = new TreeSet<>();
        samples.stream()
                .filter(each -> familyOf(each.name(), types).equals(family))
                .forEach(each -> names.addAll(each.labels().keySet()));
        return String.join(", ", names);
    }

    private static String familyOf(String sample, Map<String, String> types) {
        if (types.containsKey(sample)) {
            return sample;
        }
        String family = sample.replaceFirst("_(bucket|count|sum)$", "");
        if (!types.containsKey(family)) {
            throw new AssertionError("a sample without a type: " + sample);
        }
        return family;
    }

    private static Map<String, String> pairs(@Nullable String written) {
        Map<String, String> labels = new TreeMap<>();
        if (written == null) {
            return labels;
        }
        Matcher label = LABEL.matcher(written);
        int end = 0;
        while (end < written.length()) {
            if (!label.region(end, written.length()).lookingAt()) {
                throw new AssertionError("no labels: " + written);
            }
            labels.put(label.group(1), label.group(2));
            end = label.end();
        }
        return labels;
    }

    private static double number(String written) {
        return switch (written) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(written);
        };
    }
}
