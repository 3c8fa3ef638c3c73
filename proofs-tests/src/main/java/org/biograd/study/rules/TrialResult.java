package org.biograd.study.rules;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;

/**
 * What came of a training. Nothing of it depends on the machine.
 *
 * @param inputs fingerprint of all that it depends on
 * @param rule its name
 * @param weightBits width of a weight
 * @param seed of every draw
 * @param validationRight held-out samples predicted right after each epoch
 * @param validationSamples how many are held out
 * @param testRight test samples predicted right at the end
 * @param testSamples size of the test set
 * @param digest of the weights (NET-8)
 * @param operations of the samples that were watched, at the end of the training
 * @param watched how many samples that were
 * @param saturations values that words could not hold, by word, over the training
 */
@JsonPropertyOrder({
    "inputs",
    "rule",
    "weightBits",
    "seed",
    "validationRight",
    "validationSamples",
    "testRight",
    "testSamples",
    "digest",
    "watched",
    "operations",
    "saturations"
})
record TrialResult(
        String inputs,
        String rule,
        int weightBits,
        int seed,
        List<Integer> validationRight,
        int validationSamples,
        int testRight,
        int testSamples,
        String digest,
        int watched,
        List<OperationRow> operations,
        Map<String, Long> saturations) {

    /** No training does more operations of a kind; their sum over all kinds fits 64 bits. */
    private static final long MOST_OPERATIONS = 1L << 50;

    /**
     * Operations of one kind and width.
     *
     * @param kind product, addition, division or rounding
     * @param bits width of the wider operand
     * @param otherBits width of the narrower one, of a product
     * @param done those whose operands are not 0
     * @param dense those of a machine that skips nothing
     */
    record OperationRow(String kind, int bits, int otherBits, long done, long dense) {

        private boolean isSound() {
            return kind != null
                    && bits >= 0
                    && otherBits >= 0
                    && done >= 0
                    && done <= dense
                    && dense <= MOST_OPERATIONS;
        }
    }

    /**
     * Whether it can be what came of a training: files that hold such results may have been changed by anybody.
     *
     * @param key which training
     * @param epochs of it
     * @param validation how many samples are held out
     * @param test size of the test set
     */
    boolean isOf(TrialKey key, int epochs, int validation, int test) {
        return key.equals(new TrialKey(rule, weightBits, seed))
                && validationRight != null
                && validationRight.size() == epochs
                && validationRight.stream().allMatch(right -> right != null && right >= 0 && right <= validation)
                && validationSamples == validation
                && testRight >= 0
                && testRight <= test
                && testSamples == test
                && digest != null
                && digest.matches("[0-9a-f]{64}")
                && watched > 0
                && operations != null
                && operations.stream().allMatch(row -> row != null && row.isSound())
                && saturations != null
                && saturations.values().stream().allMatch(count -> count != null && count >= 0);
    }

    /** The share of test samples that were predicted right, in percent. */
    double accuracy() {
        return 100.0 * testRight / testSamples;
    }

    /** Operations of a kind per sample. */
    double perSample(String kind, boolean all) {
        long sum = 0;
        for (OperationRow row : operations) {
            sum += !row.kind().equals(kind) ? 0 : all ? row.dense() : row.done();
        }
        return (double) sum / watched;
    }
}
