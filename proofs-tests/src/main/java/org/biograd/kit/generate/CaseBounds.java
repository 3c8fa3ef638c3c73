package org.biograd.kit.generate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the cases of a stream may ask for: cases are drawn within these bounds, not drawn and then left out.
 *
 * @param emulators whose variants may be asked for; empty for all
 * @param maxSteps the most steps of a run; empty for any
 * @param widths of words, in bits; empty for all
 */
public record CaseBounds(Optional<Set<String>> emulators, OptionalInt maxSteps, Optional<Set<Integer>> widths) {

    /** No bounds. */
    public static final CaseBounds NONE = new CaseBounds(Optional.empty(), OptionalInt.empty(), Optional.empty());

    /** No variant of an emulator. */
    public static final CaseBounds NORMATIVE =
            new CaseBounds(Optional.of(Set.of()), OptionalInt.empty(), Optional.empty());

    /** Operations on networks, whose profile says how many steps they run. */
    private static final Map<String, String> IN_PROFILE = Map.of(
            "network.sample", "time.steps",
            "network.test", "time.steps",
            "network.sleep", "sleep.steps");

    /** Whether a case lies within. */
    public boolean admit(String op, JsonNode params, JsonNode in) {
        JsonNode emulator = params.path("emulator");
        boolean variant = emulator.isTextual()
                && emulators.isPresent()
                && !emulators.get().contains(emulator.textValue());
        return !variant
                && (maxSteps.isEmpty() || steps(op, params, in) <= maxSteps.getAsInt())
                && narrow(params)
                && narrow(params.path("profile"));
    }

    /** The number of steps of a case, or 0 where the operation knows no time. */
    public static int steps(String op, JsonNode params, JsonNode in) {
        if (IN_PROFILE.containsKey(op)) {
            return params.path("profile").path(IN_PROFILE.get(op)).asInt();
        }
        if (op.startsWith("rule.") && op.endsWith(".sample")) {
            return params.path("profile").path("time.steps").asInt();
        }
        if (op.equals("training.digest")) {
            return Math.max(
                    params.path("profile").path("time.steps").asInt(),
                    params.path("profile").path("sleep.steps").asInt());
        }
        if (op.endsWith(".run")) {
            for (JsonNode input : in) {
                if (input.isArray()) {
                    return input.size();
                }
            }
        }
        return 0;
    }

    private boolean narrow(JsonNode params) {
        return widths.isEmpty()
                || params.properties().stream()
                        .noneMatch(field -> isWidth(field.getKey())
                                && field.getValue().isIntegralNumber()
                                && !widths.get().contains(field.getValue().intValue()));
    }

    private static boolean isWidth(String name) {
        return name.equals("bits") || name.endsWith("Bits") || name.endsWith(".bits");
    }
}
