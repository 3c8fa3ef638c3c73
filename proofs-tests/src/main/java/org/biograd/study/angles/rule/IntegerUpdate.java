package org.biograd.study.angles.rule;

import org.biograd.fixedpoint.Network;
import org.biograd.reference.real.RealParameters;
import org.biograd.reference.real.Units;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.study.lockstep.Recording;

/**
 * What an integer network made of one sample, in the units of the equations: matrices as those of {@link Sweep#update}.
 */
public final class IntegerUpdate {

    private final Shape shape;
    private final Profile profile;
    private final long sample;
    private final Recording recording;

    /**
     * The update of a sample.
     *
     * @param network the network
     * @param sample the number of the sample, on which the learning rate may depend
     * @param recording of the sample and of the update after it
     */
    public IntegerUpdate(Network network, long sample, Recording recording) {
        this.shape = network.shape();
        this.profile = network.profile();
        this.sample = sample;
        this.recording = recording;
    }

    /** q_i E_ij, before the accumulator and its rounding. */
    public double[][] product(int layer) {
        int last = profile.time().steps() - 1;
        int[] q = recording.get(Signal.LEARNING_ERROR, layer, last);
        int[] e = recording.get(Signal.ELIGIBILITY, layer, last);
        double unit = unit(Signal.LEARNING_ERROR, layer) * unit(Signal.ELIGIBILITY, layer);
        double[][] product = matrix(layer);
        for (int s = 0; s < e.length; s++) {
            int i = s % q.length;
            product[i][s / q.length] = unit * ((long) q[i] * e[s]);
        }
        return product;
    }

    /** The change of the weights, divided by minus the learning rate; 0 where that rate is 0. */
    public double[][] weightChange(int layer) {
        RealParameters parameters = RealParameters.of(profile);
        double first = layer == shape.layers() ? parameters.outputRate() : parameters.hiddenRate();
        double rate = first * Units.rateFactor(profile, sample);
        int[] change = recording.get(Signal.WEIGHT_CHANGE, layer, profile.time().steps() - 1);
        double unit = rate == 0 ? 0 : -unit(Signal.WEIGHT_CHANGE, layer) / rate;
        double[][] update = matrix(layer);
        for (int s = 0; s < change.length; s++) {
            update[s % update.length][s / update.length] = change[s] == 0 ? 0 : unit * change[s];
        }
        return update;
    }

    private double unit(Signal signal, int layer) {
        return Units.lsb(profile, shape, signal, layer);
    }

    private double[][] matrix(int layer) {
        return new double[shape.size(layer)][shape.size(layer - 1) + 1];
    }
}
