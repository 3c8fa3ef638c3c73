package org.biograd.study.lockstep;

import java.util.ArrayList;
import java.util.List;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.Units;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;

/**
 * Forces the decisions of a recorded integer run upon the reference, and notes those that the reference would have
 * taken otherwise.
 */
public final class RecordedDecisions implements Decisions {

    private final Profile profile;
    private final Shape shape;
    private final boolean asleep;
    private final long sample;
    private final Recording recording;
    private final List<DecisionDifference> differences = new ArrayList<>();
    private long count;

    /**
     * The decisions of a recording.
     *
     * @param profile of the integer network
     * @param shape its layer sizes
     * @param asleep whether it slept; else it learned
     * @param sample number of the sample, or of the sleep
     * @param recording of every spike, gate and error spike
     */
    public RecordedDecisions(Profile profile, Shape shape, boolean asleep, long sample, Recording recording) {
        this.profile = profile;
        this.shape = shape;
        this.asleep = asleep;
        this.sample = sample;
        this.recording = recording;
    }

    @Override
    public boolean spike(int layer, int step, int neuron, double margin) {
        return decide(Signal.SPIKE, Signal.MEMBRANE_VOLTAGE, layer, step, neuron, margin);
    }

    @Override
    public boolean gate(int layer, int step, int neuron, double margin) {
        return decide(Signal.GATE, Signal.MEMBRANE_VOLTAGE, layer, step, neuron, margin);
    }

    @Override
    public boolean errorSpike(boolean positive, int step, int output, double margin) {
        Signal signal = positive ? Signal.POSITIVE_ERROR_SPIKE : Signal.NEGATIVE_ERROR_SPIKE;
        return decide(signal, Signal.POSITIVE_POTENTIAL, shape.layers(), step, output, margin);
    }

    private boolean decide(Signal signal, Signal unit, int layer, int step, int index, double margin) {
        count++;
        int taken = recording.get(signal, layer, step)[index];
        if ((margin > 0) != (taken == 1)) {
            double lsb = Units.lsb(profile, shape, unit, layer);
            differences.add(new DecisionDifference(asleep, sample, step, signal, layer, index, taken, margin / lsb));
        }
        return taken == 1;
    }

    /** How many decisions were taken. */
    public long count() {
        return count;
    }

    /** Those that the reference would have taken otherwise, in order. */
    public List<DecisionDifference> differences() {
        return differences;
    }
}
