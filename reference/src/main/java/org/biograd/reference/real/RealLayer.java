package org.biograd.reference.real;

import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;

/**
 * One layer of neurons with all that belongs to them: synapses, somata, eligibilities, error dendrites, the pending
 * update.
 */
final class RealLayer {

    final Synapses synapses;
    final Soma soma;
    final Eligibility eligibility;
    final ErrorDendrite dendrite;
    final WeightUpdate update;

    /** The learning rate. */
    final double rate;

    /** c_m: what the layer below is fed, where feedback goes layer by layer. */
    final double[] fedBack;

    private final int layer;
    private final View input;
    private final View voltage;
    private final View spikes;
    private final View gate;
    private final View trace;
    private final View eligibilities;
    private final View dendrites;
    private final View fedBackErrors;
    private final View weights;

    RealLayer(RealParameters parameters, int layer, int pre, int post, double rate) {
        this.layer = layer;
        this.rate = rate;
        synapses = new Synapses(pre, post);
        soma = new Soma(parameters, layer, post);
        eligibility = new Eligibility(parameters, pre, post);
        dendrite = new ErrorDendrite(post);
        update = new WeightUpdate(pre, post);
        fedBack = new double[post];

        input = View.of(synapses.sum);
        voltage = View.of(soma.v);
        spikes = View.of(soma.s.x, post);
        gate = View.of(soma.g);
        boolean oneRow = parameters.traceMode() == TraceMode.PRE_ONLY;
        trace = oneRow ? View.of(eligibility.trace[0]) : View.synapses(eligibility.trace);
        eligibilities = View.synapses(eligibility.eligibility);
        dendrites = View.of(dendrite.potential);
        fedBackErrors = View.of(fedBack);
        weights = View.synapses(synapses.weights, synapses.biases, 1);
    }

    /** Forgets the sample before; the weights and the pending update stay. */
    void start() {
        soma.start();
        eligibility.start();
        dendrite.start();
    }

    /** Spikes of the layer below in, spikes of this layer out. */
    @Clause(
            value = {"NET-1", "OBS-1"},
            form = Clause.Form.PART)
    Spikes forward(int step, Spikes x, Decisions decisions, Observer observer) {
        synapses.add(x);
        input.show(observer, Signal.SYNAPTIC_INPUT, layer, step);
        soma.integrate(synapses.sum);
        voltage.show(observer, Signal.MEMBRANE_VOLTAGE, layer, step);
        soma.fire(step, decisions);
        spikes.show(observer, Signal.SPIKE, layer, step);
        return soma.s;
    }

    /** What learning needs to remember of the step that {@link #forward} has just made. */
    @Clause(
            value = {"NET-1", "OBS-1"},
            form = Clause.Form.PART)
    void remember(int step, Spikes x, Decisions decisions, Observer observer) {
        soma.gate(step, decisions);
        gate.show(observer, Signal.GATE, layer, step);
        eligibility.remember(x);
        trace.show(observer, Signal.TRACE, layer, step);
        eligibility.accumulate(soma);
        eligibilities.show(observer, Signal.ELIGIBILITY, layer, step);
        eligibility.reset(soma);
    }

    void showDendrite(int step, Observer observer) {
        dendrites.show(observer, Signal.DENDRITE, layer, step);
    }

    /** End of a sample. No width is to be met here, so the error that the learning rule sees is the dendrite itself. */
    @Clause("ERR-7")
    void learn(int step, Observer observer) {
        dendrites.show(observer, Signal.LEARNING_ERROR, layer, step);
        update.add(dendrite.potential, eligibility.eligibility);
    }

    /**
     * End of a sample: c_m = D_m E_m / T, with E_m the eligibility of the bias. Summed over the steps, the derivative
     * of the error with respect to the neuron's voltage is D_m E_m; this is its mean.
     */
    @Clause("ERR-8")
    double[] feedBack(int step, Observer observer) {
        for (int m = 0; m < fedBack.length; m++) {
            double[] e = eligibility.eligibility[m];
            fedBack[m] = dendrite.potential[m] * e[e.length - 1] / (step + 1);
        }
        fedBackErrors.show(observer, Signal.FED_BACK_ERROR, layer, step);
        return fedBack;
    }

    /** End of a batch; {@code factor} is what halvings have left of the rate. */
    @Clause(
            value = {"LEARN-2", "OBS-1"},
            form = Clause.Form.PART)
    void update(int step, double factor, Observer observer) {
        update.apply(synapses, factor * rate);
        if (observer != null) {
            View.synapses(update.weights, update.biases, -factor * rate)
                    .show(observer, Signal.WEIGHT_CHANGE, layer, step);
        }
        weights.show(observer, Signal.WEIGHT, layer, step);
        update.clear();
    }
}
