package org.biograd.fixedpoint.fast;

import java.util.Arrays;
import org.biograd.fixedpoint.ErrorDendrite;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.FedBackError;
import org.biograd.fixedpoint.Synapses;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/**
 * Equals the plain layer, always: it goes through all steps of a sample before the layer above begins, and adds up only
 * the rows of weights whose neurons spike. Held equal by {@code NetworkContract}; benchmarks: {@code
 * NetworkBenchmark.predict} and {@code NetworkBenchmark.learnKnown}.
 */
final class FastLayer {

    final Synapses synapses;
    final FastSoma soma;
    final FastEligibility eligibility;
    final ErrorDendrite dendrite;
    final FedBackError fedBack;
    final FastWeightUpdate update;

    /** What the layer is shown and does in a sample. */
    final SampleRows rows;

    final SpikeTrain out;
    private final GatheredRows gathered;
    private final LayerRecord record;
    private final int[] now;
    private SpikeTrain shown;

    /** Presynaptic neurons with a positive and with a negative noise spike, and room for one more. */
    private final int[] positive;

    private final int[] negative;

    private final int[] sum;
    private final int[][] partialSum;

    /**
     * Makes a layer.
     *
     * @param shared its synapses, which another layer may have too
     */
    FastLayer(int number, Shape shape, Profile profile, DrawSource draws, Events events, Synapses shared) {
        int pre = shape.size(number - 1);
        int post = shape.size(number);
        boolean output = number == shape.layers();
        synapses = shared;
        soma = new FastSoma(post, profile.soma(), profile.weight().shift(), events);
        eligibility = new FastEligibility(number, pre, post, profile, draws, events);
        dendrite = new ErrorDendrite(number, post, output, profile.error(), draws, events);
        fedBack = new FedBackError(number, post, profile, draws, events);
        update = new FastWeightUpdate(number, output, synapses, profile, draws, events);
        rows = new SampleRows(pre);
        out = new SpikeTrain(post, profile.time().steps());
        gathered = new GatheredRows(pre, post);
        record = new LayerRecord(profile.time().steps(), post);
        now = new int[pre];
        positive = new int[pre + 1];
        negative = new int[pre + 1];
        sum = new int[post];
        partialSum = new int[profile.time().steps()][post];
    }

    /** Makes the layer ready for any spikes, until its weights change. */
    void copyAllRows() {
        gathered.copyAllRows(synapses.weights());
    }

    private void startWithBias(int[] start) {
        int[] weight = synapses.weights();
        System.arraycopy(weight, weight.length - start.length, start, 0, start.length);
    }

    /** The forward step: the spikes of the layer below come in, this layer steps. The rows have been copied. */
    void forward(int[] spiking, int spikes) {
        startWithBias(sum);
        gathered.add(sum, spiking, spikes);
        soma.step(sum);
    }

    /**
     * All forward steps of a sample: the spikes of the layer below come in, those of this one are in {@link #out}
     * afterwards, and what the eligibilities need is kept.
     */
    void forward(SpikeTrain in) {
        begin(in, 0, 1);
        for (int t = 0; t < in.steps(); t++) {
            forward(now, in.copy(t, now));
            end(t);
        }
    }

    private void begin(SpikeTrain in, int part, int parts) {
        shown = in;
        soma.clear();
        out.clear();
        rows.read(in, part, parts);
        gathered.copyRows(synapses.weights(), rows);
    }

    private void end(int step) {
        record.take(step, soma);
        out.addStep(soma.spiking, soma.spikes);
    }

    /**
     * One thread's part of {@link #forward(SpikeTrain)}: sums the weights of its part of the presynaptic neurons in
     * every step.
     *
     * @param part which part, 0..parts-1; the first has the biases
     */
    void sumPart(SpikeTrain in, int part, int parts) {
        begin(in, part, parts);
        for (int t = 0; t < in.steps(); t++) {
            int spikes = rows.keep(now, in.copy(t, now));
            if (part == 0) {
                startWithBias(partialSum[t]);
            } else {
                Arrays.fill(partialSum[t], 0);
            }
            gathered.add(partialSum[t], now, spikes);
        }
    }

    /**
     * The rest of {@link #forward(SpikeTrain)}, when all parts have been summed; the parts in any order, this layer's
     * among them.
     */
    void joinParts(FastLayer[] parts) {
        for (int t = 0; t < shown.steps(); t++) {
            Arrays.fill(sum, 0);
            for (FastLayer part : parts) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part.partialSum[t][i];
                }
            }
            soma.step(sum);
            end(t);
        }
    }

    /** Computes the eligibilities of the sample that {@link #forward(SpikeTrain)} was given last. */
    void computeEligibility(long sample) {
        computeEligibilityPart(sample, this);
    }

    /** One thread's part of that: of the presynaptic neurons that {@link #sumPart} was given last. */
    void computeEligibilityPart(long sample, FastLayer whole) {
        rows.readSteps(shown);
        eligibility.compute(sample, shown, rows, whole.record);
    }

    /**
     * The forward step of the layer above the one that noise is injected into. The rows have been copied.
     *
     * @param net -1, 0 or 1, one per neuron of the layer below
     */
    @Clause(value = "SLEEP-2", form = Clause.Form.FAST)
    void forwardNoise(int[] net) {
        int positives = 0;
        int negatives = 0;
        for (int j = 0; j < net.length; j++) {
            positive[positives] = j;
            negative[negatives] = j;
            // Of -1, 0, 1 the sign bit is 1, 0, 0 and the low bit 1, 0, 1: their exclusive or marks the 1 alone.
            positives += net[j] >>> 31 ^ net[j] & 1;
            negatives += net[j] >>> 31;
        }
        Arrays.fill(sum, 0);
        gathered.add(sum, negative, negatives);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = -sum[i];
        }
        gathered.add(sum, positive, positives);
        soma.step(sum);
    }
}
