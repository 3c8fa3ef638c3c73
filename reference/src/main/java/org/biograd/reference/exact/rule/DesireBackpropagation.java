package org.biograd.reference.exact.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.Synapses;
import org.biograd.spec.Clause;

/**
 * Desire backpropagation (arXiv 2211.05412): only whether a neuron should spike goes down, and its sum of spikes times
 * traces moves the weights.
 *
 * @param full R, the spikes of a neuron that should spike
 * @param output how many spikes an output may be off and still learn nothing
 * @param hidden the least |q| of a hidden neuron that learns, with weights in the units of the run
 */
public record DesireBackpropagation(int full, int output, BigFraction hidden) {

    /**
     * What a sample makes of a layer.
     *
     * @param direction D: -1 where the weights shall grow, 1 where they shall shrink, 0 where they stay
     * @param sums S_ij = sum_t s_i(t) z_j(t)
     */
    public record Layer(int[] direction, Synapses sums) {

        /** D_i S_ij, to be subtracted. */
        @Clause("DESIRE-4")
        public Synapses step() {
            Synapses step = Vectors.zeroSynapses(sums.pre(), sums.post());
            for (int i = 0; i < direction.length; i++) {
                for (int j = 0; j < sums.pre(); j++) {
                    step.weights()[i][j] = sums.weights()[i][j].multiply(direction[i]);
                }
                step.biases()[i] = sums.biases()[i].multiply(direction[i]);
            }
            return step;
        }
    }

    /**
     * The layers of a sample, from the bottom to the top.
     *
     * @param layers a recorded run
     * @param decay of the traces
     * @param label the class
     */
    @Clause({"DESIRE-2", "DESIRE-3"})
    public List<Layer> of(List<LayerRun> layers, BigFraction decay, int label) {
        List<Layer> made = new ArrayList<>();
        BigFraction[] back = null;
        for (int l = layers.size() - 1; l >= 0; l--) {
            LayerRun run = layers.get(l);
            int[] count = run.counts();
            int[] direction = new int[count.length];
            BigFraction[] off = new BigFraction[count.length];
            for (int i = 0; i < count.length; i++) {
                boolean wanted = back == null ? i == label : back[i].signum() > 0;
                int distance = Math.abs((wanted ? full : 0) - count[i]);
                boolean active =
                        back == null ? distance > output : back[i].abs().compareTo(hidden) >= 0;
                direction[i] = !active ? 0 : wanted ? -1 : 1;
                off[i] = BigFraction.of(-direction[i] * distance);
            }
            made.add(new Layer(direction, sums(run, decay)));
            back = Vectors.back(run.synapses().weights(), off);
        }
        Collections.reverse(made);
        return made;
    }

    /** The gradient of a sample. */
    public Gradient gradient(List<LayerRun> layers, BigFraction decay, int label) {
        return new Gradient(of(layers, decay, label).stream().map(Layer::step).toList());
    }

    @Clause("DESIRE-1")
    private static Synapses sums(LayerRun run, BigFraction decay) {
        Synapses sums =
                Vectors.zeroSynapses(run.synapses().pre(), run.synapses().post());
        BigFraction[] z = Vectors.zeros(sums.pre() + 1);
        for (int t = 0; t < run.steps(); t++) {
            OnlineThroughTime.trace(decay, z, run.x()[t]);
            BigFraction[] s = new BigFraction[sums.post()];
            for (int i = 0; i < s.length; i++) {
                s[i] = BigFraction.of(run.s()[t][i]);
            }
            OnlineThroughTime.add(sums, s, z);
        }
        return sums;
    }
}
