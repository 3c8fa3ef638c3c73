package org.biograd.study.lockstep;

import org.biograd.fixedpoint.Events;
import org.biograd.reference.real.Units;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.Values;
import org.biograd.spec.profile.Profile;

/** Watches the reference and compares each of its signals with the recording of the integer network. */
final class Comparer implements Observer {

    private final Profile profile;
    private final Shape shape;
    private final Bounds bounds;
    private final Recording recording;
    private final boolean[] overflowed;
    private final LockstepResult found;
    private double[] reals = new double[0];

    /**
     * A comparer of one recording.
     *
     * @param overflowed by the ordinal of the signal, whether any of its values wrapped or saturated in the recording
     * @param found receives the deviations
     */
    Comparer(
            Profile profile,
            Shape shape,
            Bounds bounds,
            Recording recording,
            boolean[] overflowed,
            LockstepResult found) {
        this.profile = profile;
        this.shape = shape;
        this.bounds = bounds;
        this.recording = recording;
        this.overflowed = overflowed;
        this.found = found;
    }

    /** By the ordinal of the signal, whether its count of events has grown. */
    static boolean[] overflowedSince(long[] before, Events events) {
        boolean[] overflowed = new boolean[before.length];
        for (Signal signal : Signal.values()) {
            overflowed[signal.ordinal()] = events.count(signal) != before[signal.ordinal()];
        }
        return overflowed;
    }

    /** The counts of events of all signals, by ordinal. */
    static long[] counts(Events events) {
        long[] counts = new long[Signal.values().length];
        for (Signal signal : Signal.values()) {
            counts[signal.ordinal()] = events.count(signal);
        }
        return counts;
    }

    @Override
    public void observe(Signal signal, int layer, int step, Values real) {
        if (signal == Signal.WEIGHT) {
            return; // Both began with the same weights: the change says the same.
        }
        int[] integers = recording.get(signal, layer, step);
        if (integers == null || integers.length != real.size()) {
            throw new IllegalStateException(
                    "the networks do not show the same: " + signal + " of layer " + layer + " at step " + step);
        }
        if (reals.length < integers.length) {
            reals = new double[integers.length];
        }
        real.copyTo(reals);
        // Presynaptic traces are never negative: an eligibility that has saturated stays where it is, and only there.
        int saturated =
                signal == Signal.ELIGIBILITY ? (1 << (profile.eligibility().bits() - 1)) - 1 : Integer.MIN_VALUE;
        double worst =
                found.deviation(signal).add(integers, reals, Units.lsb(profile, shape, signal, layer), saturated);

        double bound = bounds.of(signal, layer);
        if (bound == Double.POSITIVE_INFINITY) {
            return;
        }
        if (bounded(signal)) {
            int left = signal == Signal.ELIGIBILITY ? count(integers, saturated) : 0;
            found.boundCheck(signal).add(worst, integers.length - left, bound);
            found.boundCheck(signal).addExempt(left);
        } else {
            found.boundCheck(signal).addExempt(integers.length);
        }
    }

    private static int count(int[] values, int wanted) {
        int count = 0;
        for (int value : values) {
            count += value == wanted ? 1 : 0;
        }
        return count;
    }

    /** Whether the bound of a signal holds in this recording: nothing that leads to it wrapped or saturated. */
    boolean bounded(Signal signal) {
        return switch (signal) {
            case SYNAPTIC_INPUT -> !overflowed(Signal.SYNAPTIC_INPUT);
            case MEMBRANE_VOLTAGE -> !overflowed(Signal.SYNAPTIC_INPUT) && !overflowed(Signal.MEMBRANE_VOLTAGE);
            case TRACE -> !overflowed(Signal.TRACE);
            case ELIGIBILITY ->
                !overflowed(Signal.TRACE)
                        && (profile.trace().mode() == TraceMode.PRE_ONLY || !overflowed(Signal.ELIGIBILITY));
            case POSITIVE_POTENTIAL, NEGATIVE_POTENTIAL ->
                !overflowed(Signal.POSITIVE_POTENTIAL) && !overflowed(Signal.NEGATIVE_POTENTIAL);
            case DENDRITE -> !overflowed(Signal.DENDRITE);
            case LEARNING_ERROR -> !overflowed(Signal.DENDRITE) && !overflowed(Signal.LEARNING_ERROR);
            case FEEDBACK_WEIGHT -> !overflowed(Signal.FEEDBACK_WEIGHT);
            default -> true;
        };
    }

    private boolean overflowed(Signal signal) {
        return overflowed[signal.ordinal()];
    }
}
