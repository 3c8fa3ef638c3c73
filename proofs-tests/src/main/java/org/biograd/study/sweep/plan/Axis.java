package org.biograd.study.sweep.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is varied as one: a key of the profile, several that are tied, or several that are crossed.
 *
 * @param title its keys, as a study file has them
 * @param keys the keys of the profile that it sets, at least one
 * @param levels what it sets them to, by key; all differ
 */
public record Axis(String title, List<String> keys, List<Map<String, String>> levels) {

    /** A level in few words: the values of its keys. */
    public String label(int level) {
        return label(levels.get(level));
    }

    /** The same of any values of its keys. */
    public String label(Map<String, String> values) {
        return keys.stream().map(values::get).collect(Collectors.joining(" "));
    }

    /** Which level a point has; -1 where it has none of them. */
    public int level(Map<String, String> values) {
        for (int i = 0; i < levels.size(); i++) {
            if (keys.stream().allMatch(key -> values.containsKey(key))
                    && levels.get(i).entrySet().stream()
                            .allMatch(entry -> entry.getValue().equals(values.get(entry.getKey())))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it has one key, whose levels are integers. */
    public boolean numeric() {
        return keys.size() == 1
                && levels.stream().allMatch(level -> level.get(keys.get(0)).matches("-?[0-9]+"));
    }
}
