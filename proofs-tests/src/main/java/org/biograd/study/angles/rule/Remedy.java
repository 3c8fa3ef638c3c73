package org.biograd.study.angles.rule;

import java.util.Arrays;

/**
 * Local rules for the error of hidden layers, in the arithmetic of the equations.
 *
 * <p>n_k(t) is the error signal, in the network sp_k(t) - sn_k(t); B the feedback; g the gates of the outputs, or of
 * the layer above; z the trace. Words count what a rule stores beyond DIRECT during a sample; a rule that needs no
 * error dendrite saves one a neuron.
 */
public enum Remedy {

    /** D_i = sum_t sum_k B_ik n_k(t), update D_i E_ij: as it is. */
    DIRECT(0, 0, 0),

    /** As DIRECT, but an error spike of output k passes only in steps in which the gate of output k is open. */
    GATED_SPIKES(0, 0, 0),

    /** D_i = sum_k B_ik (G_k / T) sum_t n_k(t), where G_k counts the steps in which the gate of output k was open. */
    GATE_COUNT(1, 0, 0),

    /**
     * D_i = sum_k B_ik (E_k / T) sum_t n_k(t), where E_k is the eligibility of the bias of output k: what is fed back
     * is the update of that bias.
     */
    BIAS_UPDATE(0, 0, 0),

    /** A second pair of error neurons an output integrates g_k(t) e_k(t); its spikes go to the hidden dendrites. */
    GATED_ERROR(2, 0, 0),

    /** dW_ij = sum_t L_i(t) g_i(t) z_ij(t) with L_i(t) = sum_k B_ik g_k(t) n_k(t): no dendrite. */
    TIME_LOCAL(0, -1, 0),

    /** dW_ij = sum_t L_i(t) F_ij(t) with F_ij(t) = d F_ij(t-1) + g_i(t) z_ij(t). */
    FILTERED(0, -1, 1),

    /** As TIME_LOCAL, the error from the layer above: L_i(t) = sum_m B_im g_m(t) L_m(t). */
    LAYERWISE(0, -1, 0),

    /** As FILTERED, the error as in LAYERWISE. */
    LAYERWISE_FILTERED(0, -1, 1),

    /** As GATE_COUNT, the error from the layer above: D_i = sum_m B_im (G_m / T) D_m. */
    LAYERWISE_COUNT(1, 1, 0),

    /** As BIAS_UPDATE, the error from the layer above: D_i = sum_m B_im (E_m / T) D_m, E_m of the bias of m. */
    LAYERWISE_BIAS(0, 0, 0);

    private final int outputWords;
    private final int neuronWords;
    private final int synapseWords;

    Remedy(int outputWords, int neuronWords, int synapseWords) {
        this.outputWords = outputWords;
        this.neuronWords = neuronWords;
        this.synapseWords = synapseWords;
    }

    /** Words stored an output, beyond DIRECT. */
    public int outputWords() {
        return outputWords;
    }

    /** Words stored a hidden neuron, beyond DIRECT. */
    public int neuronWords() {
        return neuronWords;
    }

    /** Words stored a synapse into a hidden layer, beyond DIRECT. */
    public int synapseWords() {
        return synapseWords;
    }

    /** Whether the error of a hidden layer comes from the layer above it instead of the outputs. */
    public boolean layerwise() {
        return switch (this) {
            case LAYERWISE, LAYERWISE_FILTERED, LAYERWISE_COUNT, LAYERWISE_BIAS -> true;
            default -> false;
        };
    }

    /**
     * The credit that the rule gives to the spikes of a hidden layer.
     *
     * @param run what happened
     * @param layer a hidden layer
     * @param trace of the eligibility
     * @param feedback the feedback weights
     * @param source what stands for the error of the outputs
     * @return [step][neuron]; summed over the steps with feedback, not their mean
     */
    public double[][] credit(RecordedRun run, int layer, Trace trace, FeedbackWeights feedback, ErrorSignal source) {
        double[][] n = source.of(run);
        double[][] b = feedback.direct(layer);
        double[][] g = run.gate(run.shape().layers());
        return switch (this) {
            case DIRECT -> constant(run, b, ErrorSignal.sum(n));
            case GATED_SPIKES -> constant(run, b, ErrorSignal.sum(product(g, n)));
            case GATE_COUNT -> constant(run, b, scaled(ErrorSignal.sum(n), ErrorSignal.sum(g), run.steps()));
            case BIAS_UPDATE ->
                constant(
                        run,
                        b,
                        scaled(
                                ErrorSignal.sum(n),
                                biasEligibility(run, run.shape().layers(), trace),
                                run.steps()));
            case GATED_ERROR -> {
                double[][] gated = source == ErrorSignal.SPIKES ? spikesOf(product(g, run.error())) : product(g, n);
                yield constant(run, b, ErrorSignal.sum(gated));
            }
            case TIME_LOCAL -> perStep(run, Credit.fedBack(b, product(g, n)));
            case FILTERED -> perStep(run, Credit.filteredBack(Credit.fedBack(b, product(g, n)), trace.decay()));
            case LAYERWISE -> perStep(run, layerwiseSignal(run, layer, feedback, n));
            case LAYERWISE_FILTERED ->
                perStep(run, Credit.filteredBack(layerwiseSignal(run, layer, feedback, n), trace.decay()));
            case LAYERWISE_COUNT, LAYERWISE_BIAS ->
                Credit.constant(run.steps(), dendrite(run, layer, trace, feedback, n));
        };
    }

    private static double[][] constant(RecordedRun run, double[][] feedback, double[] error) {
        return Credit.constant(run.steps(), Credit.times(feedback, error));
    }

    // DIRECT credits every step with the sum of all errors, a rule that sees them step by step each step with its own:
    // N times less.
    private static double[][] perStep(RecordedRun run, double[][] credit) {
        double[][] scaled = new double[credit.length][credit[0].length];
        for (int t = 0; t < credit.length; t++) {
            for (int i = 0; i < scaled[t].length; i++) {
                scaled[t][i] = run.feedbackSteps() * credit[t][i];
            }
        }
        return scaled;
    }

    private static double[][] layerwiseSignal(RecordedRun run, int layer, FeedbackWeights feedback, double[][] n) {
        int above = layer + 1;
        double[][] signal = above == run.shape().layers() ? n : layerwiseSignal(run, above, feedback, n);
        return Credit.fedBack(feedback.layerwise(layer), product(run.gate(above), signal));
    }

    private double[] dendrite(RecordedRun run, int layer, Trace trace, FeedbackWeights feedback, double[][] n) {
        int above = layer + 1;
        double[] error = above == run.shape().layers() ? ErrorSignal.sum(n) : dendrite(run, above, trace, feedback, n);
        double[] weight =
                this == LAYERWISE_COUNT ? ErrorSignal.sum(run.gate(above)) : biasEligibility(run, above, trace);
        return Credit.times(feedback.layerwise(layer), scaled(error, weight, run.steps()));
    }

    private static double[] biasEligibility(RecordedRun run, int layer, Trace trace) {
        double[] ones = new double[run.shape().size(layer)];
        Arrays.fill(ones, 1);
        return ErrorSignal.sum(Sweep.voltages(run, layer, trace, Credit.constant(run.steps(), ones)));
    }

    private static double[] scaled(double[] error, double[] factor, int steps) {
        double[] scaled = new double[error.length];
        for (int k = 0; k < error.length; k++) {
            scaled[k] = error[k] * factor[k] / steps;
        }
        return scaled;
    }

    private static double[][] product(double[][] gate, double[][] signal) {
        double[][] product = new double[signal.length][signal[0].length];
        for (int t = 0; t < signal.length; t++) {
            for (int k = 0; k < signal[t].length; k++) {
                product[t][k] = gate[t][k] * signal[t][k];
            }
        }
        return product;
    }

    /** Net spikes of a pair of error neurons that integrates the given errors (ERR-4). */
    private static double[][] spikesOf(double[][] error) {
        int outputs = error[0].length;
        double[][] net = new double[error.length][outputs];
        for (int k = 0; k < outputs; k++) {
            double positive = 0;
            double negative = 0;
            for (int t = 0; t < error.length; t++) {
                positive += error[t][k];
                negative -= error[t][k];
                if (positive > 1) {
                    net[t][k] += 1;
                    positive -= 1;
                }
                if (negative > 1) {
                    net[t][k] -= 1;
                    negative -= 1;
                }
            }
        }
        return net;
    }
}
