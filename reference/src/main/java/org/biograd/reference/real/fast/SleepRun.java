package org.biograd.reference.real.fast;

import org.biograd.reference.real.NetworkArguments;
import org.biograd.reference.real.RealNetwork;
import org.biograd.spec.Clause;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.SpikeTrain;

/**
 * One trajectory of noise through the layers above a sleeping one, layer after layer. It reads weights and changes
 * none.
 *
 * <p>Equals: one trajectory of {@link RealNetwork#sleep}.
 * <br>Condition: nobody watches, and the network decides for itself.
 * <br>Test: {@code RealTrainingTest} compares all weights of both, bit by bit.
 * <br>Benchmark: {@code RealTrainingBenchmark}.
 */
final class SleepRun {

    private final int layer;
    private final SpikeTrain positive;
    private final SpikeTrain negative;
    private final Raster noise;
    private final LayerRun[] above;

    SleepRun(RealNetwork network, int layer, int steps) {
        this.layer = layer;
        int size = network.shape().size(layer);
        positive = new SpikeTrain(size, steps);
        negative = new SpikeTrain(size, steps);
        noise = new Raster(size, steps);
        int source = network.parameters()
                .feedbackPath()
                .source(layer, network.shape().layers());
        above = new LayerRun[source - layer];
        for (int l = 0; l < above.length; l++) {
            above[l] = new LayerRun(network.parameters(), network.shape().size(layer + 1 + l), steps);
        }
    }

    /** H_i = sum_t (pos_i - neg_i) and O_k = sum_t s_k, added to arrays of zeros. */
    @Clause(
            value = {"SLEEP-2", "SLEEP-3"},
            form = Clause.Form.FAST)
    void run(FanOut[] weights, int trajectory, NoiseSource source, double[] noiseCounts, double[] outputCounts) {
        source.fill(layer, trajectory, positive, negative);
        NetworkArguments.requireFilled(positive, negative, trajectory);
        noise.readDifference(positive, negative);
        Raster spikes = noise;
        for (int l = 0; l < above.length; l++) {
            spikes = above[l].forward(weights[layer + l], spikes);
        }
        noise.addNoiseTo(noiseCounts);
        spikes.addTo(outputCounts);
    }
}
