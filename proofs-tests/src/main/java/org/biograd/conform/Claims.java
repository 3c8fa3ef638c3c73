package org.biograd.conform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.biograd.conform.judge.Steps;

/**
 * What a program says it implements; what it does not claim is not asked. An absent claim claims everything of its
 * kind.
 *
 * @param name of the program; may be empty
 * @param version of it; may be empty
 * @param operations that it answers
 * @param profiles that it knows
 * @param emulators whose variants it answers
 * @param maxSteps the most steps of a run
 * @param widths of words, in bits
 */
public record Claims(
        String name,
        String version,
        Optional<Set<String>> operations,
        Optional<List<String>> profiles,
        Optional<Set<String>> emulators,
        OptionalInt maxSteps,
        Optional<Set<Integer>> widths) {

    /** Claims of everything. */
    public static final Claims ALL = new Claims(
            "", "", Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());

    /** Why an operation is not asked, if so. */
    public Optional<String> excludes(String operation) {
        return operations.filter(set -> !set.contains(operation)).map(set -> "not claimed");
    }

    /** Why a case is not asked, if so; a few words that are the same for many cases. */
    public Optional<String> excludes(JsonNode question) {
        JsonNode params = question.path("params");
        JsonNode emulator = params.path("emulator");
        if (emulator.isTextual() && emulators.isPresent() && !emulators.get().contains(emulator.textValue())) {
            return Optional.of("emulator " + emulator.textValue() + " not claimed");
        }
        if (maxSteps.isPresent() && Steps.of(question) > maxSteps.getAsInt()) {
            return Optional.of("more than the claimed " + maxSteps.getAsInt() + " steps");
        }
        return narrow(params) && narrow(params.path("profile"))
                ? Optional.empty()
                : Optional.of("words of a width not claimed");
    }

    private boolean narrow(JsonNode params) {
        return widths.isEmpty()
                || params.properties().stream()
                        .noneMatch(field -> isWidth(field.getKey())
                                && field.getValue().isInt()
                                && !widths.get().contains(field.getValue().intValue()));
    }

    private static boolean isWidth(String name) {
        return name.equals("bits") || name.endsWith("Bits") || name.endsWith(".bits");
    }
}
