package org.biograd.kit.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.kit.cases.Json;

/**
 * All signals of a sample as JSON, in the order in which they first arise: by layer, and by step where a signal may
 * arise in several. Empty arrays stand for layers and steps in which a signal does not arise.
 */
public final class RuleSignals implements RuleObserver {

    private static final Set<String> OTTT = Set.of("v", "s", "g", "z", "e", "L", "A");
    private static final Map<String, Set<String>> BY_STEP = Map.of(
            "bptt", Set.of("v", "s", "g", "f", "sbar", "vbar"),
            "ottt-a", OTTT,
            "ottt-a-soft", OTTT,
            "ottt-o", Set.of("v", "s", "g", "z", "e", "L", "dW", "w"),
            "desire", Set.of("v", "s", "z", "S"),
            "desire-hard", Set.of("v", "s", "z", "S"),
            "ttfs", Set.of(),
            "spide", Set.of("v", "s", "ub", "ob", "beta"),
            "ide", Set.of("v", "s", "beta"));

    private final Set<String> byStep;
    private final Map<String, TreeMap<Integer, TreeMap<Integer, ArrayNode>>> kept = new LinkedHashMap<>();

    /** Signals of a rule, by its name. */
    RuleSignals(String rule) {
        byStep = BY_STEP.get(rule);
    }

    /** Whether a signal of a rule is answered by step. */
    public static boolean isByStep(String rule, String signal) {
        return BY_STEP.getOrDefault(rule, Set.of()).contains(signal);
    }

    /** The layer that a signal begins with: x alone is of inputs too. */
    public static int firstLayer(String signal) {
        return signal.equals("x") ? 0 : 1;
    }

    @Override
    public void observe(String signal, int layer, int step, Object values) {
        ArrayNode copy = values instanceof int[] ints ? Json.of(ints) : Json.words((long[]) values);
        kept.computeIfAbsent(signal, none -> new TreeMap<>())
                .computeIfAbsent(layer, none -> new TreeMap<>())
                .put(step, copy);
    }

    /** Writes everything seen. */
    void write(ObjectNode out) {
        kept.forEach((signal, layers) -> {
            ArrayNode all = out.putArray(signal);
            for (int l = firstLayer(signal); l <= layers.lastKey(); l++) {
                TreeMap<Integer, ArrayNode> steps = layers.getOrDefault(l, new TreeMap<>());
                all.add(byStep.contains(signal) ? rows(steps) : once(signal, steps));
            }
        });
    }

    private static ArrayNode rows(TreeMap<Integer, ArrayNode> steps) {
        ArrayNode rows = Json.array();
        int last = steps.isEmpty() ? -1 : steps.lastKey();
        for (int t = 0; t <= last; t++) {
            rows.add(steps.getOrDefault(t, Json.array()));
        }
        return rows;
    }

    private static JsonNode once(String signal, TreeMap<Integer, ArrayNode> steps) {
        if (steps.size() > 1) {
            throw new IllegalStateException("signal " + signal + " arises in " + steps.size() + " steps");
        }
        return steps.isEmpty() ? Json.array() : steps.firstEntry().getValue();
    }
}
