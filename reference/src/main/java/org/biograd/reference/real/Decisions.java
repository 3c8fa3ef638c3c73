package org.biograd.reference.real;

import org.biograd.spec.Clause;

/**
 * Who decides the yes-or-no questions of a network: does a neuron spike, is its gate open, does an error neuron spike.
 *
 * <p>Between two decisions everything is a sum or a product, where a small difference stays small; at a decision it may
 * become a whole spike. To compare two networks step by step, let one of them record its answers and force them on the
 * other through this interface: both then stay on one path, and the margins that the other saw tell how near it was to
 * a different answer.
 *
 * <p>A network asks once per neuron and step, layer by layer: first whether each neuron spikes, then, in training,
 * whether each gate is open; after the last layer, output by output, the positive and then the negative error neuron.
 * In sleep only spikes are asked for, in the layers above the sleeping one, and the step is trajectory times steps plus
 * step.
 */
public interface Decisions {

    /**
     * The network's own answers: yes where the margin is above 0.
     *
     * <p>That is the same as comparing the numbers themselves. A difference of two doubles is 0 only where they are
     * equal, because differences too small for a normal double become subnormal ones, and otherwise has the sign of the
     * exact difference. So v - theta &gt; 0 is v &gt; theta, and win - |v - theta| &gt; 0 is |v - theta| &lt; win,
     * where in both forms |v - theta| is the rounded difference. Where that rounding happens to reach win, only exact
     * arithmetic would tell. NaN is never a yes.
     */
    @Clause(
            value = {"SOMA-4", "GATE-1", "ERR-4"},
            form = Clause.Form.PART)
    Decisions OWN = new Decisions() {
        @Override
        public boolean spike(int layer, int step, int neuron, double margin) {
            return margin > 0;
        }

        @Override
        public boolean gate(int layer, int step, int neuron, double margin) {
            return margin > 0;
        }

        @Override
        public boolean errorSpike(boolean positive, int step, int output, double margin) {
            return margin > 0;
        }
    };

    /**
     * Whether a neuron spikes.
     *
     * @param layer 1..L
     * @param step from 0
     * @param neuron from 0
     * @param margin v - theta; the network's own answer is yes where it is above 0
     */
    boolean spike(int layer, int step, int neuron, double margin);

    /**
     * Whether a neuron's voltage is inside the window of the surrogate gradient.
     *
     * @param layer 1..L
     * @param step from 0
     * @param neuron from 0
     * @param margin win - |v - theta|; the network's own answer is yes where it is above 0
     */
    boolean gate(int layer, int step, int neuron, double margin);

    /**
     * Whether an error neuron spikes.
     *
     * @param positive true for the positive error neuron of the output, false for the negative one
     * @param step softStart or later
     * @param output from 0
     * @param margin p - 1, or n - 1; the network's own answer is yes where it is above 0
     */
    boolean errorSpike(boolean positive, int step, int output, double margin);
}
