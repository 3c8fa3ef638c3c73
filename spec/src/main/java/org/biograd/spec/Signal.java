package org.biograd.spec;

/**
 * The signals that an {@link Observer} is shown (OBS-1). Layers are numbered 1..L, layer 0 is the input.
 *
 * <p>The order is the order in which the signals of one step arise.
 */
public enum Signal {

    /** u, layers 1..L: synaptic input of the step, one value per neuron. */
    SYNAPTIC_INPUT("u"),

    /** v, layers 1..L: membrane voltage before the reset, one value per neuron. */
    MEMBRANE_VOLTAGE("v"),

    /** s, layers 0..L: 0 or 1, one value per neuron. */
    SPIKE("s"),

    /** g, layers 1..L: 1 inside the window of the surrogate gradient, else 0, one value per neuron. */
    GATE("g"),

    /**
     * z, layers 1..L, as it enters the eligibility of this step (before the reset factor). In PRE_ONLY one value per
     * presynaptic neuron, the bias last; else one value per synapse in the order of SYN-1.
     */
    TRACE("z"),

    /** E, layers 1..L: eligibility, one value per synapse in the order of SYN-1. */
    ELIGIBILITY("E"),

    /** o, layer L: spikes so far, this step included, one value per output. */
    SPIKE_COUNT("o"),

    /** e, layer L: error, one value per output; only in steps with feedback, as are all that follow. */
    ERROR("e"),

    /** p, layer L: potential of the positive error neurons. */
    POSITIVE_POTENTIAL("p"),

    /** n, layer L: potential of the negative error neurons. */
    NEGATIVE_POTENTIAL("n"),

    /** sp, layer L: spikes of the positive error neurons. */
    POSITIVE_ERROR_SPIKE("sp"),

    /** sn, layer L: spikes of the negative error neurons. */
    NEGATIVE_ERROR_SPIKE("sn"),

    /**
     * D, layers 1..L: error dendrite, one value per neuron; of hidden layers only at the last step where feedback goes
     * layer by layer.
     */
    DENDRITE("D"),

    /** q, layers 1..L, once per sample: the error that the learning rule sees, one value per neuron. */
    LEARNING_ERROR("q"),

    /**
     * c, layers 2..L, once per sample, where feedback goes layer by layer: what the layer below is fed, one value per
     * neuron.
     */
    FED_BACK_ERROR("c"),

    /** Layers 1..L, once per update: how much each weight moved, in the order of SYN-1. */
    WEIGHT_CHANGE("dW"),

    /** w, layers 1..L, once per update: the weights after it, in the order of SYN-1. */
    WEIGHT("w"),

    /** H, hidden layer, once per trajectory of sleep: net noise spikes, one value per neuron. */
    NOISE_COUNT("H"),

    /**
     * O, the layer that the sleeping one is fed back from, once per trajectory of sleep: its spikes, one value per
     * neuron.
     */
    SLEEP_COUNT("O"),

    /** B, hidden layer, once a sleep: the feedback weights after it, B_ik at i * K + k, K neurons feeding back. */
    FEEDBACK_WEIGHT("B");

    private final String symbol;

    Signal(String symbol) {
        this.symbol = symbol;
    }

    /** The symbol that the equations use. */
    public String symbol() {
        return symbol;
    }
}
