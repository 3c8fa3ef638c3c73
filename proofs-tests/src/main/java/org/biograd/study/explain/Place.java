package org.biograd.study.explain;

/**
 * What a value belongs to.
 *
 * @param layer its layer, 0..L; layer 0 is the input
 * @param neuron the (postsynaptic) neuron; {@value #NONE} where the value belongs to a presynaptic neuron alone
 * @param pre the presynaptic neuron, or for a feedback weight the neuron that it comes from; {@value #NONE} where the
 *     value belongs to a neuron
 * @param step the step; {@value #END} at the end of the sample or sleep
 */
public record Place(int layer, int neuron, int pre, int step) {

    /** No such neuron. */
    public static final int NONE = -1;

    /** After the last step. */
    public static final int END = Integer.MAX_VALUE;

    /** Of a neuron at a step. */
    public static Place of(int layer, int neuron, int step) {
        return new Place(layer, neuron, NONE, step);
    }

    /** Of a synapse at a step. */
    public static Place of(int layer, int neuron, int pre, int step) {
        return new Place(layer, neuron, pre, step);
    }

    /** For example {@code 1.3} for a neuron, {@code 1.3 from 7} for a synapse. */
    public String name() {
        return neuron == NONE
                ? "input " + pre + " of layer " + layer
                : layer + "." + neuron + (pre == NONE ? "" : " from " + pre);
    }

    /** The key of a symbol here, fit for an anchor: {@code v-1.3-5}, {@code E-1.3.7-5}, {@code q-1.3-end}. */
    public String key(String symbol) {
        return symbol + "-" + layer + "." + (neuron == NONE ? "x" : Integer.toString(neuron))
                + (pre == NONE ? "" : "." + pre) + "-"
                + (step == END ? "end" : Integer.toString(step));
    }
}
