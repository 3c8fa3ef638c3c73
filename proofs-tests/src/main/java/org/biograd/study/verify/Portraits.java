package org.biograd.study.verify;

import java.util.List;
import org.biograd.reference.real.Units;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.study.lockstep.Recording;
import org.biograd.study.lockstep.SampleRun;
import org.biograd.study.verify.VerifyResult.Portrait;

/**
 * Draws the portrait of a neuron: of layer 1, the one with the largest error among those that also spike and have an
 * open gate.
 */
final class Portraits {

    private static final int LAYER = 1;

    private Portraits() {}

    /** The portrait of the neuron with the most to tell in a sample. */
    static Portrait of(SampleRun run) {
        int steps = run.profile().time().steps();
        int neuron = mostTelling(run.integers(), steps, run.shape().size(LAYER));
        int synapse =
                strongestSynapse(run.integers(), steps, neuron, run.shape().size(LAYER));
        int output = loudest(run.integers(), run.shape(), steps);
        int change = run.integers().get(Signal.WEIGHT_CHANGE, LAYER, steps - 1)[synapse];
        boolean shared = run.profile().trace().mode() == TraceMode.PRE_ONLY;
        int trace = shared ? synapse / run.shape().size(LAYER) : synapse;
        return new Portrait(
                LAYER,
                neuron,
                run.sample(),
                run.label(),
                run.profile().soma().threshold() * unit(run, Signal.MEMBRANE_VOLTAGE),
                run.profile().soma().window() * unit(run, Signal.MEMBRANE_VOLTAGE),
                course(run, Signal.MEMBRANE_VOLTAGE, neuron),
                run.reals(Signal.MEMBRANE_VOLTAGE, LAYER, neuron),
                course(run, Signal.SPIKE, neuron),
                course(run, Signal.GATE, neuron),
                course(run, Signal.ELIGIBILITY, synapse),
                run.reals(Signal.ELIGIBILITY, LAYER, synapse),
                course(run, Signal.DENDRITE, neuron),
                course(run, Signal.TRACE, trace),
                output,
                course(run, Signal.POSITIVE_POTENTIAL, run.shape().layers(), output),
                course(run, Signal.NEGATIVE_POTENTIAL, run.shape().layers(), output),
                run.integers().get(Signal.WEIGHT, LAYER, steps - 1)[synapse] - change,
                change);
    }

    /** Whether a weight of layer 1 moves that the portrait would show. */
    static boolean learns(SampleRun run) {
        return of(run).change() != 0;
    }

    private static int loudest(Recording recording, Shape shape, int steps) {
        int[] spikes = new int[shape.outputs()];
        for (int t = 0; t < steps; t++) {
            for (Signal signal : List.of(Signal.POSITIVE_ERROR_SPIKE, Signal.NEGATIVE_ERROR_SPIKE)) {
                int[] values = recording.get(signal, shape.layers(), t);
                for (int k = 0; values != null && k < spikes.length; k++) {
                    spikes[k] += values[k];
                }
            }
        }
        int best = 0;
        for (int k = 0; k < spikes.length; k++) {
            best = spikes[k] > spikes[best] ? k : best;
        }
        return best;
    }

    private static double unit(SampleRun run, Signal signal) {
        return Units.lsb(run.profile(), run.shape(), signal, LAYER);
    }

    /** A value a step, in units of the equations; 0 in steps in which the signal is not shown. */
    private static double[] course(SampleRun run, Signal signal, int index) {
        return course(run, signal, LAYER, index);
    }

    private static double[] course(SampleRun run, Signal signal, int layer, int index) {
        double unit = Units.lsb(run.profile(), run.shape(), signal, layer);
        double[] course = new double[run.profile().time().steps()];
        for (int t = 0; t < course.length; t++) {
            int[] values = run.integers().get(signal, layer, t);
            course[t] = values == null ? 0 : values[index] * unit;
        }
        return course;
    }

    private static int mostTelling(Recording recording, int steps, int size) {
        int best = 0;
        long bestScore = -1;
        for (int i = 0; i < size; i++) {
            int spikes = 0;
            int gates = 0;
            for (int t = 0; t < steps; t++) {
                spikes += recording.get(Signal.SPIKE, LAYER, t)[i];
                gates += recording.get(Signal.GATE, LAYER, t)[i];
            }
            long error = Math.abs(recording.get(Signal.DENDRITE, LAYER, steps - 1)[i]);
            long score = (error + 1) * Math.min(spikes, 3) * Math.min(gates, 8);
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    private static int strongestSynapse(Recording recording, int steps, int neuron, int size) {
        int[] eligibility = recording.get(Signal.ELIGIBILITY, LAYER, steps - 1);
        int best = neuron;
        for (int s = neuron; s < eligibility.length - size; s += size) {
            if (Math.abs(eligibility[s]) > Math.abs(eligibility[best])) {
                best = s;
            }
        }
        return best;
    }
}
