package org.biograd.study.sweep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.biograd.spec.Signal;

/**
 * What one training came to.
 *
 * @param run its number: that of the point times the number of seeds, plus that of the seed, both from 0
 * @param digest of the weights at its end (NET-8)
 * @param right held-out samples predicted right after each epoch
 * @param correct which of them at the end: bit i of the number that this is, in hexadecimal, is sample i
 * @param testRight test samples predicted right at the end; null where the test set is not used
 * @param events wraps and saturations of a signal in each epoch, in all layers, of samples, sleeps and updates; z and
 *     E are not among them, and a signal without any is left out
 * @param feedbackAngles between B and what it stands for, of each hidden layer, in degrees; null where there is none
 * @param probes what was found beside the reference; null where there are no probes
 */
public record RunResult(
        int run,
        String digest,
        List<Integer> right,
        String correct,
        Integer testRight,
        Map<Signal, List<Long>> events,
        List<BigDecimal> feedbackAngles,
        ProbeResult probes) {

    /**
     * Checks what came from a file.
     *
     * @param runs how many there are
     * @param epochs of each
     * @param held samples held out
     * @param tests samples of the test set, 0 where it is not used
     * @param hidden hidden layers
     * @param probed whether there have to be probes
     * @throws IllegalArgumentException where it cannot be such a result; the message names the field
     */
    void require(int runs, int epochs, int held, int tests, int hidden, boolean probed) {
        require(run >= 0 && run < runs, "run", "0.." + (runs - 1));
        require(digest != null && digest.matches("[0-9a-f]{64}"), "digest", "64 hexadecimal digits");
        require(
                right != null
                        && right.size() == epochs
                        && right.stream().allMatch(n -> n != null && n >= 0 && n <= held),
                "right",
                "a number of 0.." + held + " per epoch");
        require(
                correct != null
                        && correct.matches("0|[1-9a-f][0-9a-f]*")
                        && correct.length() <= (held + 3) / 4
                        && bits().bitLength() <= held
                        && bits().bitCount() == right.get(epochs - 1),
                "correct",
                "as many set bits as samples are right at the end");
        require(
                tests == 0 ? testRight == null : testRight != null && testRight >= 0 && testRight <= tests,
                "testRight",
                tests == 0 ? "null" : "a number of 0.." + tests);
        require(
                events != null && events.values().stream().allMatch(counts -> ProbeResult.counts(counts, epochs)),
                "events",
                "a count per epoch");
        require(
                feedbackAngles != null
                        && feedbackAngles.size() == hidden
                        && feedbackAngles.stream().allMatch(ProbeResult::angle),
                "feedbackAngles",
                "degrees of 0..180, or null, per hidden layer");
        require(probed == (probes != null), "probes", probed ? "an object" : "null");
        if (probed) {
            probes.require(epochs, hidden + 1);
        }
    }

    /** Which held-out samples were predicted right at the end. */
    public BigInteger bits() {
        return new BigInteger(correct, 16);
    }

    static void require(boolean holds, String field, String right) {
        if (!holds) {
            throw new IllegalArgumentException("field " + field + ": " + right + " is needed");
        }
    }
}
