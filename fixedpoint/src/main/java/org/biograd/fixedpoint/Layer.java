package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/** One layer: its synapses, its neurons, and what they need to learn. */
final class Layer {

    final Synapses synapses;
    final Soma soma;
    final SurrogateGate gate;
    final Eligibility eligibility;
    final ErrorDendrite dendrite;
    final WeightUpdate update;

    /** What the layer below is fed; null where no layer is. */
    final FedBackError fedBack;

    /** What the layer is shown and does in a sample that nobody watches. */
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
     * A layer.
     *
     * @param shared its synapses, which another layer may have too
     */
    Layer(int number, Shape shape, Profile profile, DrawSource draws, Events events, Synapses shared) {
        int pre = shape.size(number - 1);
        int post = shape.size(number);
        boolean output = number == shape.layers();
        synapses = shared;
        soma = new Soma(post, profile.soma(), profile.weight().shift(), events);
        gate = new SurrogateGate(post, profile.soma());
        eligibility = new Eligibility(number, pre, post, profile, draws, events);
        dendrite = new ErrorDendrite(number, post, output, profile.error(), draws, events);
        update = new WeightUpdate(number, output, synapses, profile, draws, events);
        boolean feedsBelow = profile.feedback().path() == FeedbackPath.LAYERWISE && number > 1;
        fedBack = feedsBelow ? new FedBackError(number, post, profile, draws, events) : null;
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

    /** Forgets the sample before. */
    void clear() {
        soma.clear();
        eligibility.clear();
        dendrite.clear();
    }

    /** Makes the layer ready for any spikes, until its weights change. */
    void gatherAll() {
        gathered.gatherAll(synapses.weight);
    }

    /**
     * The forward step: the spikes of the layer below come in, this layer's spikes come about. The rows have been
     * gathered.
     */
    @Clause("SOMA-1")
    void forward(int[] spiking, int spikes) {
        synapses.startWithBias(sum);
        gathered.add(sum, spiking, spikes);
        soma.step(sum);
    }

    /**
     * All forward steps of a sample: the spikes of the layer below come in, {@link #out} comes about, and what the
     * eligibilities need is kept.
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
        gathered.gather(synapses.weight, rows);
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
    @Clause("SOMA-1")
    void sumPart(SpikeTrain in, int part, int parts) {
        begin(in, part, parts);
        for (int t = 0; t < in.steps(); t++) {
            int spikes = rows.keep(now, in.copy(t, now));
            if (part == 0) {
                synapses.startWithBias(partialSum[t]);
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
    void joinParts(Layer[] parts) {
        for (int t = 0; t < shown.steps(); t++) {
            Arrays.fill(sum, 0);
            for (Layer part : parts) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part.partialSum[t][i];
                }
            }
            soma.step(sum);
            end(t);
        }
    }

    /** Computes the eligibilities of the sample that {@link #forward(SpikeTrain)} was given last. */
    void remember(long sample) {
        rememberPart(sample, this);
    }

    /** One thread's part of that: the eligibilities of the presynaptic neurons that {@link #sumPart} was given last. */
    void rememberPart(long sample, Layer whole) {
        rows.readSteps(shown);
        eligibility.compute(sample, shown, rows, whole.record);
    }

    /**
     * The forward step of the layer above the one that noise is injected into. The rows have been gathered.
     *
     * @param net -1, 0 or 1, one a neuron of the layer below
     */
    @Clause("SLEEP-2")
    void forwardNoise(int[] net) {
        int positives = 0;
        int negatives = 0;
        for (int j = 0; j < net.length; j++) {
            positive[positives] = j;
            negative[negatives] = j;
            positives += net[j] >>> 31 ^ net[j] & 1;
            negatives += net[j] >>> 31;
        }
        Synapses.startWithoutBias(sum);
        gathered.add(sum, negative, negatives);
        for (int i = 0; i < sum.length; i++) {
            sum[i] = -sum[i];
        }
        gathered.add(sum, positive, positives);
        soma.step(sum);
    }
}
