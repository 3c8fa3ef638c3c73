package org.biograd.reference.real.fast;

import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;

/**
 * One layer of neurons through all steps of a sample at once: what a neuron does depends on the layer below alone,
 * never on one above.
 *
 * <p>Equals: {@code Synapses.add}, {@code Soma.integrate} and {@code Soma.fire} of the readable package, called for
 * every step.
 * <br>Condition: nobody watches, and the network decides for itself.
 * <br>Test: {@code RealTrainingTest} compares all weights of both, bit by bit.
 * <br>Benchmark: {@code RealTrainingBenchmark}.
 */
final class LayerRun {

    /** v_i(t), before the reset: [step][neuron]. */
    final double[][] v;

    /** s_i(t). */
    final Raster spikes;

    private final RealParameters parameters;
    private final double[] sum = new double[FanOut.BLOCK];

    LayerRun(RealParameters parameters, int size, int steps) {
        this.parameters = parameters;
        v = new double[steps][size];
        spikes = new Raster(size, steps);
    }

    /** Spikes of the layer below in, or noise; spikes of this layer out. */
    @Clause(value = "NET-1", form = Clause.Form.FAST)
    Raster forward(FanOut weights, Raster below) {
        for (int block = 0; block < weights.blocks(); block++) {
            for (int t = 0; t < v.length; t++) {
                weights.sum(block, below, t, sum);
                integrate(t, block * FanOut.BLOCK, weights.size(block));
            }
        }
        spikes.fire(v, parameters.theta());
        return spikes;
    }

    /** v_i(t) = d v_i(t-1) (1 - s_i(t-1)) + a_i(t): a neuron that spiked starts from 0. */
    @Clause(
            value = {"SOMA-3", "SOMA-4"},
            form = Clause.Form.FAST)
    private void integrate(int step, int first, int size) {
        if (step > 0) {
            double[] before = v[step - 1];
            double theta = parameters.theta();
            double d = parameters.decay();
            for (int i = 0; i < size; i++) {
                double last = before[first + i];
                sum[i] = d * last * (last - theta > 0 ? 0.0 : 1.0) + sum[i];
            }
        }
        System.arraycopy(sum, 0, v[step], first, size);
    }
}
