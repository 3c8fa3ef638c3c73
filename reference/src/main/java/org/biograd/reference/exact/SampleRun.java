package org.biograd.reference.exact;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Everything that happened in one training sample. Lists have one entry a layer, layer l at index l-1; the first index
 * of every array is the step.
 *
 * @param layers voltages, spikes and gates
 * @param eligibilities traces and eligibilities
 * @param counts o_k(t), [step][output]
 * @param errors e_k(t), [step][output]; 0 in steps without feedback
 * @param errorNeurons potentials and spikes of the error neurons
 * @param dendrites D_i(t), [step][neuron]; of hidden layers 0 before the last step where feedback goes layer by layer
 */
public record SampleRun(
        List<LayerRun> layers,
        List<Eligibility> eligibilities,
        int[][] counts,
        BigFraction[][] errors,
        ErrorNeurons errorNeurons,
        List<BigFraction[][]> dendrites) {

    /** D_i E_ij of every layer at the end of the sample: what the learning rule takes for the gradient. */
    public Gradient gradient() {
        List<Synapses> gradient = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            BigFraction[][] dendrite = dendrites.get(l);
            gradient.add(Gradient.of(
                    dendrite[dendrite.length - 1], eligibilities.get(l).last()));
        }
        return new Gradient(gradient);
    }
}
