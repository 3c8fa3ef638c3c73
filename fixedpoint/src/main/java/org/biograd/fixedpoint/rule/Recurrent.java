package org.biograd.fixedpoint.rule;

import org.biograd.fixedpoint.rule.frame.Operations;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.profile.Profile;

/** The weights between the neurons of a hidden layer: R_ij from neuron j to neuron i, at j * size + i. */
final class Recurrent {

    private static final int DRAW_BITS = 32;

    private final int size;
    private final int currentBits;
    private final int weightBits;
    private final long limit;
    private final Operations operations;
    private final int[] weight;

    /**
     * The initial weights.
     *
     * @param reset what a spike takes off, in units of voltage
     */
    Recurrent(int size, long reset, Profile profile, RuleSettings settings, DrawSource draws, Operations operations) {
        this.size = size;
        this.operations = operations;
        this.currentBits = profile.soma().currentBits();
        this.weightBits = profile.weight().bits();
        this.limit =
                reset * settings.get(Feedback.BOUND) >> 8 + profile.weight().shift();
        this.weight = initial(profile, settings, draws);
        bound();
    }

    @Clause("SPIDE-8")
    private int[] initial(Profile profile, RuleSettings settings, DrawSource draws) {
        long spread = profile.weight().spread() >> settings.get(Feedback.SPREAD);
        long largest = (1L << (weightBits - 1)) - 1;
        long radius = Math.min(Words.isqrt(spread * spread / size), largest);
        int[] drawn = new int[size * size];
        draws.select(DrawStream.INITIAL_FEEDBACK, 1, 0, 0, DRAW_BITS);
        for (int s = 0; s < drawn.length; s++) {
            drawn[s] = (int) ((draws.at(s) * (2 * radius + 1) >>> DRAW_BITS) - radius);
        }
        return drawn;
    }

    /** Adds what neurons that spiked send to all neurons. */
    void addTo(long[] sum, int[] spike) {
        long spikes = 0;
        for (int j = 0; j < size; j++) {
            if (spike[j] == 0) {
                continue;
            }
            spikes++;
            for (int i = 0; i < size; i++) {
                sum[i] += weight[j * size + i];
            }
        }
        operations.additions(currentBits).add(spikes * size, (long) size * size);
    }

    /** sum_i R_ij y_i: what comes back to neuron j. */
    long sentBack(int j, int[] y) {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += (long) weight[j * size + i] * y[i];
        }
        return sum;
    }

    /** Shrinks each row of J whose sizes add up to more than the bound, so that errors die away. */
    @Clause("SPIDE-9")
    void bound() {
        for (int i = 0; i < size; i++) {
            long sum = 0;
            for (int j = 0; j < size; j++) {
                sum += Math.abs(weight[j * size + i]);
            }
            for (int j = 0; sum > limit && j < size; j++) {
                int s = j * size + i;
                weight[s] = (int) Words.quotient(weight[s] * limit, sum);
            }
            operations.divisions(weightBits).add(sum > limit ? size : 0, size);
        }
    }

    /** The live weights. */
    int[] weights() {
        return weight;
    }
}
