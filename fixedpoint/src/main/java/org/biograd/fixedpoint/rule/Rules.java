package org.biograd.fixedpoint.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.fixedpoint.rule.frame.LearningRule;

/** All rules, by name. */
public final class Rules {

    private static final Map<String, LearningRule> ALL = new LinkedHashMap<>();

    static {
        for (LearningRule rule : List.of(
                new BioGrad(),
                new Bptt(),
                new Ottt("ottt-a", false, false),
                new Ottt("ottt-o", true, false),
                new Ottt("ottt-a-soft", false, true),
                new Desire("desire", true),
                new Desire("desire-hard", false),
                new Ttfs(),
                new Feedback("spide", true),
                new Feedback("ide", false))) {
            ALL.put(rule.name(), rule);
        }
    }

    private Rules() {}

    /** All rules, in the order in which tables have them. */
    public static List<LearningRule> all() {
        return List.copyOf(ALL.values());
    }

    /**
     * The rule of a name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static LearningRule named(String name) {
        LearningRule rule = ALL.get(name);
        if (rule == null) {
            throw new IllegalArgumentException(
                    "there is no rule '" + name + "'; there are " + String.join(", ", ALL.keySet()));
        }
        return rule;
    }
}
