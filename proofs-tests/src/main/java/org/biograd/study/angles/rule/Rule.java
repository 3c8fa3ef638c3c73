package org.biograd.study.angles.rule;

import java.util.EnumMap;
import java.util.Map;
import org.biograd.reference.real.RealNetwork;

/**
 * Updates of one recorded run by BioGrad's rule with some of its approximations exchanged for what is exact. All are
 * sums over the steps with feedback, N times the update of the equations.
 */
public final class Rule {

    private final RecordedRun run;
    private final RealNetwork network;
    private final Trace exact;

    /** The exact credit for each error signal, [layer - 1][step][neuron]. */
    private final Map<ErrorSignal, double[][][]> credits = new EnumMap<>(ErrorSignal.class);

    /**
     * Rules for a run.
     *
     * @param run what happened
     * @param network has the forward weights of the run
     */
    public Rule(RecordedRun run, RealNetwork network) {
        this.run = run;
        this.network = network;
        this.exact = Trace.exact(network.parameters());
    }

    /** The update of the output layer: D_k E_kj with D the sum of the error. */
    public double[][] output(ErrorSignal error, Trace trace) {
        return Sweep.update(run, run.shape().layers(), trace, Credit.constant(run.steps(), error.sum(run)));
    }

    /** The update of a hidden layer by direct feedback: D_i E_ij with D_i = sum_k B_ik times the sum of the error. */
    public double[][] direct(int layer, ErrorSignal error, double[][] feedback, Trace trace) {
        return Sweep.update(run, layer, trace, Credit.constant(run.steps(), Credit.times(feedback, error.sum(run))));
    }

    /** The update of a layer by the path through the layers above; of the output layer the same as {@link #output}. */
    public double[][] throughPath(int layer, ErrorSignal error, Trace trace) {
        return Sweep.update(run, layer, trace, credits.computeIfAbsent(error, this::exactCredit)[layer - 1]);
    }

    /** The update by another rule for the hidden error. */
    public double[][] remedied(int layer, Remedy remedy, ErrorSignal error, FeedbackWeights feedback, Trace trace) {
        return Sweep.update(run, layer, trace, remedy.credit(run, layer, trace, feedback, error));
    }

    /** N times the exact surrogate gradient along this run. */
    public double[][] gradient(int layer) {
        return throughPath(layer, ErrorSignal.FINAL, exact);
    }

    private double[][][] exactCredit(ErrorSignal error) {
        int last = run.shape().layers();
        double[][][] credit = new double[last][][];
        credit[last - 1] = Credit.constant(run.steps(), error.sum(run));
        for (int l = last - 1; l >= 1; l--) {
            credit[l - 1] = Credit.through(run, l + 1, exact, credit[l], network.weights(l + 1));
        }
        return credit;
    }
}
