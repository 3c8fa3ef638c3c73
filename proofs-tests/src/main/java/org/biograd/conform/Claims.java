package org.biograd.conform;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.biograd.kit.generate.CaseBounds;

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
 * @param events whether it counts events (OBS-2)
 */
public record Claims(
        String name,
        String version,
        Optional<Set<String>> operations,
        Optional<List<String>> profiles,
        Optional<Set<String>> emulators,
        OptionalInt maxSteps,
        Optional<Set<Integer>> widths,
        boolean events) {

    /** Claims of everything. */
    public static final Claims ALL = new Claims(
            "", "", Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), true);

    /** Why an operation is not asked, if so. */
    public Optional<String> excludes(String operation) {
        return operations.filter(set -> !set.contains(operation)).map(set -> "not claimed");
    }

    /** What cases may ask for. */
    public CaseBounds bounds() {
        return new CaseBounds(emulators, maxSteps, widths);
    }
}
