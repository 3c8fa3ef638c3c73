package org.biograd.study.sweep;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.biograd.spec.Signal;

/**
 * What probes have found: batches that were repeated by the plain network and beside it, on the same spikes and draws,
 * by the reference in double precision.
 *
 * @param samples how many samples were probed in each epoch
 * @param dead in how many of these no layer had a learning error other than 0
 * @param signals what was seen of each signal that has a width
 * @param deviations how far each signal was from the reference
 * @param decisions spikes, gates and error spikes compared
 * @param differing those of them that the reference would have taken otherwise
 * @param updateAngles between the changes of the weights and those of the reference, of each layer, in degrees; null
 *     where nothing changed
 * @param productAngles the same of the sums of products before they are rounded to weights
 * @param energy of a training sample on the chip, in picojoules; null where the point does not fit the chip
 * @param time of a training sample on the chip, in nanoseconds, with the longest barrier; null likewise
 */
public record ProbeResult(
        List<Long> samples,
        List<Long> dead,
        List<Seen> signals,
        List<Difference> deviations,
        long decisions,
        long differing,
        List<BigDecimal> updateAngles,
        List<BigDecimal> productAngles,
        BigDecimal energy,
        BigDecimal time) {

    private static final BigDecimal HALF_TURN = BigDecimal.valueOf(180);

    /**
     * A signal of a layer.
     *
     * @param signal which
     * @param layer 1..L
     * @param values how many were seen in each epoch
     * @param events how many of them wrapped or saturated
     * @param low the least of all
     * @param high the largest of all
     */
    public record Seen(Signal signal, int layer, List<Long> values, List<Long> events, long low, long high) {

        /** The bits of a word that holds all values that were seen, a sign among them where one was negative. */
        public int bits() {
            long magnitude = Math.max(high, -low);
            return Long.SIZE - Long.numberOfLeadingZeros(magnitude) + (signed() ? 1 : 0);
        }

        /** Whether words of this signal have a sign. */
        public boolean signed() {
            return signal != Signal.TRACE;
        }
    }

    /**
     * A deviation.
     *
     * @param signal which
     * @param mean of its absolute value, in LSB of the integers
     * @param largest the largest absolute value, in LSB
     */
    public record Difference(Signal signal, BigDecimal mean, BigDecimal largest) {}

    void require(int epochs, int layers) {
        RunResult.require(counts(samples, epochs), "probes.samples", "a count per epoch");
        RunResult.require(counts(dead, epochs), "probes.dead", "a count per epoch");
        RunResult.require(signals != null, "probes.signals", "a list");
        for (Seen seen : signals) {
            RunResult.require(
                    seen != null
                            && seen.signal != null
                            && seen.layer >= 1
                            && seen.layer <= layers
                            && seen.low <= seen.high
                            && seen.low > Long.MIN_VALUE
                            && counts(seen.values, epochs)
                            && counts(seen.events, epochs),
                    "probes.signals",
                    "signal, layer, counts per epoch, low and high of each");
        }
        RunResult.require(
                deviations != null
                        && deviations.stream()
                                .allMatch(each -> each != null
                                        && each.signal != null
                                        && nonnegative(each.mean)
                                        && nonnegative(each.largest)),
                "probes.deviations",
                "signal, mean and largest of each");
        RunResult.require(decisions >= 0, "probes.decisions", "a count");
        RunResult.require(differing >= 0 && differing <= decisions, "probes.differing", "0..decisions");
        for (List<BigDecimal> angles : Arrays.asList(updateAngles, productAngles)) {
            RunResult.require(
                    angles != null && angles.size() == layers && angles.stream().allMatch(ProbeResult::angle),
                    "probes.updateAngles and productAngles",
                    "degrees of 0..180, or null, per layer");
        }
        RunResult.require(energy == null || nonnegative(energy), "probes.energy", "a number of at least 0, or null");
        RunResult.require(time == null || nonnegative(time), "probes.time", "a number of at least 0, or null");
    }

    private static boolean nonnegative(BigDecimal value) {
        return value != null && value.signum() >= 0 && value.precision() - value.scale() <= 300;
    }

    static boolean angle(BigDecimal value) {
        return value == null || value.signum() >= 0 && value.compareTo(HALF_TURN) <= 0;
    }

    static boolean counts(List<Long> values, int epochs) {
        return values != null
                && values.size() == epochs
                && values.stream().allMatch(value -> value != null && value >= 0);
    }
}
