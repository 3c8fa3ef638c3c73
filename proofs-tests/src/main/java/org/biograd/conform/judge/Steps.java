package org.biograd.conform.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.biograd.kit.generate.CaseBounds;
import org.biograd.spec.Signal;

/** How many steps a case runs, where it runs at all, and where in its signals they are. */
public final class Steps {

    private static final Set<String> COUNTS =
            Set.of("T", "Ts", "n", "n_in", "n_out", "time.steps", "sleep.steps", "sleep.trajectories");
    private static final Set<String> SIGNALS =
            Arrays.stream(Signal.values()).map(Signal::symbol).collect(Collectors.toSet());
    private static final Set<String> ONCE = Set.of("q", "dW", "w", "B");
    private static final Set<String> OF_OUTPUTS = Set.of("x", "o", "e", "p", "n", "sp", "sn", "H", "O");

    /**
     * Which index of a signal is what; -1 for none.
     *
     * @param sleeper the index that counts sleeping layers
     * @param layer the index that counts layers
     * @param step the index that counts steps
     * @param trajectory the index that counts trajectories
     */
    public record Layout(int sleeper, int layer, int step, int trajectory) {}

    private static final Layout NONE = new Layout(-1, -1, -1, -1);

    private Steps() {}

    /** The number of steps, or 0 where the operation knows no time. */
    public static int of(JsonNode question) {
        return CaseBounds.steps(question.path("op").asText(), question.path("params"), question.path("in"));
    }

    /** Where a signal has its layers and steps. */
    public static Layout layout(String op, String signal) {
        if (op.endsWith(".run")) {
            return ONCE.contains(signal) ? NONE : new Layout(-1, -1, 0, -1);
        }
        if (op.equals("network.sample")) {
            return !SIGNALS.contains(signal) && !signal.equals("x")
                    ? NONE
                    : ONCE.contains(signal)
                            ? new Layout(-1, 0, -1, -1)
                            : OF_OUTPUTS.contains(signal) ? new Layout(-1, -1, 0, -1) : new Layout(-1, 0, 1, -1);
        }
        // Below each sleeping layer the signals of all layers that run.
        return !op.equals("network.sleep")
                ? NONE
                : switch (signal) {
                    case "layers.u", "layers.v", "layers.s" -> new Layout(0, 1, 2, -1);
                    case "layers.H", "layers.O" -> new Layout(0, -1, -1, 1);
                    default -> NONE;
                };
    }

    /** The layer that a signal begins with: layer 1 feeds nothing back. */
    public static int firstLayer(String signal) {
        return signal.equals("c") ? 2 : 1;
    }

    /** Whether a field by its name counts what arrays hold. */
    public static boolean counts(String name) {
        return COUNTS.contains(name);
    }
}
