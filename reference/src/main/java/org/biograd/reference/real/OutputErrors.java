package org.biograd.reference.real;

import java.util.Arrays;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;

/** What the outputs have done, what they should have done, and the error neurons that tell of the difference. */
final class OutputErrors {

    /** o_k(t). */
    final double[] counts;

    private final RealParameters parameters;
    private final int layer;
    private final double[] error;
    private final ErrorNeurons neurons;

    private final View spikeCounts;
    private final View errors;
    private final View positivePotentials;
    private final View negativePotentials;
    private final View positiveErrors;
    private final View negativeErrors;

    /** Makes the counts and error neurons of the output layer, which has this number and this many neurons. */
    OutputErrors(RealParameters parameters, int layer, int outputs) {
        this.parameters = parameters;
        this.layer = layer;
        counts = new double[outputs];
        error = new double[outputs];
        neurons = new ErrorNeurons(outputs);

        spikeCounts = View.of(counts);
        errors = View.of(error);
        positivePotentials = View.of(neurons.p);
        negativePotentials = View.of(neurons.n);
        positiveErrors = View.of(neurons.sp);
        negativeErrors = View.of(neurons.sn);
    }

    /** Forgets the sample before. */
    void start() {
        neurons.start();
        Arrays.fill(counts, 0);
    }

    /** o_k(t) = o_k(t-1) + s_k(t). */
    @Clause("ERR-1")
    void count(Spikes s) {
        for (int k = 0; k < counts.length; k++) {
            counts[k] += s.x[k];
        }
    }

    void showCounts(int step, Observer observer) {
        spikeCounts.show(observer, Signal.SPIKE_COUNT, layer, step);
    }

    /** The error e(t), and the error neurons that integrate it and spike; they are returned. */
    @Clause(
            value = {"NET-1", "OBS-1"},
            form = Clause.Form.PART)
    ErrorNeurons integrate(int step, int label, Decisions decisions, Observer observer) {
        if (parameters.errorFunction() == ErrorFunction.SOFTMAX) {
            ErrorFunctions.softmax(counts, label, error);
        } else {
            ErrorFunctions.difference(counts, step, label, error);
        }
        errors.show(observer, Signal.ERROR, layer, step);

        neurons.integrate(step, error, decisions);
        positivePotentials.show(observer, Signal.POSITIVE_POTENTIAL, layer, step);
        negativePotentials.show(observer, Signal.NEGATIVE_POTENTIAL, layer, step);
        positiveErrors.show(observer, Signal.POSITIVE_ERROR_SPIKE, layer, step);
        negativeErrors.show(observer, Signal.NEGATIVE_ERROR_SPIKE, layer, step);
        return neurons;
    }
}
