package org.biograd.loihi.program;

import java.util.Arrays;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.loihi.Format;
import org.biograd.loihi.learning.StochasticRounding;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.profile.Profile;

/**
 * What a processor beside the cores has to do: it counts output spikes and turns counts into errors, reads the error
 * dendrites at the end of a sample, and learns the feedback weights from the counts of sleep.
 */
@Clause("PROG-7")
final class Host {

    private static final int WIDE = 62;

    /** exp(-d) in units of 2^-16, of which nothing is left from d = 12 on. */
    private static final int[] EXPONENTIAL = {65_536, 24_109, 8_869, 3_263, 1_200, 442, 162, 60, 22, 8, 3, 1};

    private final Profile profile;
    private final Draws draws;
    private final long one;

    /** Null where D is not shifted to the right. */
    private final StochasticRounding hiddenRounding;

    private final StochasticRounding outputRounding;

    /** Null where the change of B is not shifted. */
    private final StochasticRounding sleepRounding;

    /** o: spikes of each output so far. */
    final int[] count;

    /** e of the step. */
    final int[] error;

    Host(int outputs, Profile profile, Draws draws) {
        this.profile = profile;
        this.draws = draws;
        this.one = 1L << profile.error().fraction();
        this.hiddenRounding = rounding(profile.error().hiddenShift());
        this.outputRounding = rounding(profile.error().outputShift());
        this.sleepRounding = rounding(profile.sleep().shift());
        this.count = new int[outputs];
        this.error = new int[outputs];
    }

    void clear() {
        Arrays.fill(count, 0);
    }

    /** Counts the output spikes of a step. */
    @Clause("ERR-1")
    void count(int[] spiking, int spikes) {
        for (int s = 0; s < spikes; s++) {
            count[spiking[s]]++;
        }
    }

    /** The errors of a step. */
    @Clause({"ERR-2", "ERR-3"})
    void errors(int step, int label) {
        boolean softmax = profile.error().function() == ErrorFunction.SOFTMAX;
        int largest = 0;
        for (int o : count) {
            largest = Math.max(largest, o);
        }
        long whole = softmax ? 0 : step + 1;
        for (int k = 0; softmax && k < count.length; k++) {
            whole += exponential(largest - count[k]);
        }
        for (int k = 0; k < count.length; k++) {
            long part = softmax ? exponential(largest - count[k]) : count[k];
            long share = Math.floorDiv(2 * one * part + whole, 2 * whole);
            error[k] = (int) (k == label ? share - one : share);
        }
    }

    private static long exponential(int difference) {
        return difference < EXPONENTIAL.length ? EXPONENTIAL[difference] : 0;
    }

    /**
     * Reads the error dendrites of a layer and writes the third factor of its learning rule.
     *
     * @param dendrite D, one value per neuron
     * @param factor q, one value per neuron; written
     */
    @Clause("ERR-7")
    void readDendrites(int layer, boolean output, long sample, long[] dendrite, int[] factor) {
        int shift = output ? profile.error().outputShift() : profile.error().hiddenShift();
        Format word = Format.signed(profile.error().learningBits(), 0);
        StochasticRounding rounding = output ? outputRounding : hiddenRounding;
        if (rounding != null) {
            draws.select(DrawStream.LEARNING_ERROR, layer, sample, 0, shift);
        }
        for (int i = 0; i < dendrite.length; i++) {
            long d = dendrite[i];
            long scaled = rounding == null
                    ? d << -shift
                    : rounding.needsDraw(d) ? rounding.round(d, draws.at(i)) : d >> shift;
            factor[i] = (int) word.saturate(scaled);
        }
    }

    /**
     * Moves the feedback weights of a layer by what its sleep has counted.
     *
     * @param correlation sum of H_i O_k over the trajectories, at i * outputs + k
     * @param square sum of O_k^2
     * @param feedback B_ik at i * outputs + k; changed
     */
    @Clause("SLEEP-4")
    void align(int layer, long sleep, long[] correlation, long[] square, int[] feedback) {
        int shift = profile.sleep().shift();
        Format word = Format.signed(profile.feedback().bits(), 0);
        if (sleepRounding != null) {
            draws.select(DrawStream.SLEEP_FEEDBACK, layer, sleep, 0, shift);
        }
        for (int s = 0; s < feedback.length; s++) {
            long change = (correlation[s] << profile.sleep().hebbShift()) - square[s % square.length] * feedback[s];
            long rounded = sleepRounding == null ? change : sleepRounding.round(change, draws.at(s));
            feedback[s] = (int) word.saturate(feedback[s] + rounded);
        }
    }

    private static StochasticRounding rounding(int cut) {
        return cut <= 0
                ? null
                : new StochasticRounding(
                        Format.signed(WIDE, cut), Format.signed(WIDE - cut, 0), Format.unsigned(cut, cut));
    }
}
