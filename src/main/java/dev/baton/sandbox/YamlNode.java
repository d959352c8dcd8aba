package dev.baton.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One mapping of a YAML file, which knows its place and notes what is wrong instead of giving up. */
final class YamlNode {
    private final String path;
    private final Map<?, ?> values;
    private final List<String> problems;

    YamlNode(String path, Map<?, ?> values, List<String> problems) {
        this.path = path;
        this.values = values;
        this.problems = problems;
    }

    void wrong(String key, String reason) {
        problems.add(path + "." + key + ": " + reason);
    }

    YamlNode only(String... keys) {
        Set<String> known = Set.of(keys);
        for (Object key : values.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                wrong(String.valueOf(key), "is not known here");
            }
        }
        return this;
    }

    String text(String key) {
        Object value = values.get(key);
        if (value == null) {
            wrong(key, "is missing");
            return "";
        }
        return value.toString();
    }

    String text(String key, String otherwise) {
        Object value = values.get(key);
        return value == null ? otherwise : value.toString();
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    List<String> texts(String key) {
        List<String> found = new ArrayList<>();
        if (values.get(key) instanceof List<?> items) {
            items.forEach(item -> found.add(String.valueOf(item)));
        } else if (values.get(key) != null) {
            found.add(String.valueOf(values.get(key)));
        }
        return found;
    }

    YamlNode child(String key) {
        return new YamlNode(path + "." + key, values.get(key) instanceof Map<?, ?> map ? map : Map.of(), problems);
    }

    List<YamlNode> children(String key) {
        List<YamlNode> found = new ArrayList<>();
        if (values.get(key) instanceof List<?> items) {
            for (Object item : items) {
                String place = path + "." + key + "[" + found.size() + "]";
                found.add(new YamlNode(place, item instanceof Map<?, ?> map ? map : Map.of(), problems));
            }
        }
        return found;
    }
}
