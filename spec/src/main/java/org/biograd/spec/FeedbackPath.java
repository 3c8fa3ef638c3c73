package org.biograd.spec;

/** Which way the errors of the outputs take to the hidden layers. */
public enum FeedbackPath {

    /** From the outputs to each hidden layer directly, as spikes, at every step with feedback (ERR-6). */
    DIRECT {
        @Override
        public int source(int layer, int layers) {
            return layers;
        }
    },

    /** From layer to layer, as values, once per sample (ERR-8, ERR-9). */
    LAYERWISE {
        @Override
        public int source(int layer, int layers) {
            return layer + 1;
        }
    };

    /**
     * The layer that a hidden layer is fed back from: B of the hidden layer has a column for each of its neurons.
     *
     * @param layer 1..L-1
     * @param layers L
     * @return 2..L
     */
    public abstract int source(int layer, int layers);
}
