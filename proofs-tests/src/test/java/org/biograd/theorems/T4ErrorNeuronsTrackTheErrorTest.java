package org.biograd.theorems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.ErrorNeurons;
import org.biograd.reference.exact.SampleRun;
import org.biograd.spec.Clause;
import org.biograd.spec.TraceMode;

/** How many error spikes there are is a function of the sum of the errors: ceil(|sum|) - 1, of its sign. */
@Domain(ExactCases.class)
@Domain(DomainContext.Global.class)
class T4ErrorNeuronsTrackTheErrorTest {

    private static final int ONE = 12;

    @Property(tries = 500)
    @Clause("ERR-4")
    void spikesOfErrorsOfOneSignAreCounted(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = ONE) Integer> twelfths,
            @ForAll boolean negative) {
        BigFraction[][] e = errors(twelfths, negative ? -1 : 1);
        ErrorNeurons run = ErrorNeurons.of(e);
        BigFraction sum = BigFraction.ZERO;
        int right = 0;
        int wrong = 0;
        for (int t = 0; t < e.length; t++) {
            sum = sum.add(e[t][0].abs());
            right += negative ? run.sn()[t][0] : run.sp()[t][0];
            wrong += negative ? run.sp()[t][0] : run.sn()[t][0];
            assertEquals(spikesOf(sum), right, "spikes of the neuron of the errors' sign, steps 0.." + t);
            assertEquals(0, wrong, "spikes of the other neuron");
            BigFraction missing = sum.subtract(right);
            assertTrue(missing.signum() >= 0 && missing.compareTo(BigFraction.ONE) <= 0, "short by " + missing);
        }
    }

    @Property(tries = 500)
    @Clause("ERR-4")
    void spikesOfAnyErrorsFollowTheExtremesOfTheirSum(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -ONE, max = ONE) Integer> twelfths) {
        BigFraction[][] e = errors(twelfths, 1);
        ErrorNeurons run = ErrorNeurons.of(e);
        BigFraction sum = BigFraction.ZERO;
        BigFraction highest = BigFraction.ZERO;
        BigFraction lowest = BigFraction.ZERO;
        int positive = 0;
        int negative = 0;
        for (int t = 0; t < e.length; t++) {
            sum = sum.add(e[t][0]);
            highest = highest.compareTo(sum) < 0 ? sum : highest;
            lowest = lowest.compareTo(sum) > 0 ? sum : lowest;
            positive += run.sp()[t][0];
            negative += run.sn()[t][0];
            assertEquals(spikesOf(highest), positive, "positive spikes, steps 0.." + t);
            assertEquals(spikesOf(lowest.negate()), negative, "negative spikes, steps 0.." + t);
        }
    }

    @Property(tries = 500)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Clause({"ERR-1", "ERR-2", "ERR-3", "ERR-4", "ERR-5"})
    void everyOutputDendriteCountsItsError(@ForAll ExactCase drawn) {
        SampleRun run = drawn.network(TraceMode.PRE_ONLY).learn(drawn.sample(), drawn.rightClass());
        BigFraction[][] outputDendrite = run.dendrites().get(drawn.layers() - 1);
        boolean heard = false;
        for (int k = 0; k < drawn.shape().outputs(); k++) {
            BigFraction sum = BigFraction.ZERO;
            int sign = k == drawn.rightClass() ? -1 : 1;
            for (int t = 0; t < drawn.steps(); t++) {
                BigFraction size = run.errors()[t][k].multiply(sign);
                assertTrue(
                        size.signum() >= 0 && size.compareTo(BigFraction.ONE) <= 0,
                        "the label pulls up, all else down");
                sum = sum.add(size);
                assertEquals(
                        BigFraction.of(sign * spikesOf(sum)),
                        outputDendrite[t][k],
                        "D of output " + k + " at step " + t);
            }
            heard |= spikesOf(sum) > 0;
        }
        Statistics.collect(heard);
        Statistics.coverage(c -> c.check(true).percentage(p -> p >= 30));
        Statistics.coverage(c -> c.check(false).percentage(p -> p >= 5));
    }

    @Example
    void theBoundIsReached() {
        ErrorNeurons run = ErrorNeurons.of(errors(List.of(4, 4, 4), 1));
        assertEquals(
                0, run.sp()[0][0] + run.sp()[1][0] + run.sp()[2][0], "three thirds are a whole error, and no spike");
    }

    @Example
    void anErrorAboveOneOutrunsItsSpikes() {
        ErrorNeurons run = ErrorNeurons.of(errors(List.of(24, 24, 24), 1));
        assertEquals(3, run.sp()[0][0] + run.sp()[1][0] + run.sp()[2][0], "one spike a step, of an error of 6");
    }

    /** ceil(sum) - 1, and none where there was no error. */
    private static int spikesOf(BigFraction sum) {
        BigInteger[] parts = sum.getNumerator().divideAndRemainder(sum.getDenominator());
        return Math.max(0, parts[0].intValueExact() + parts[1].signum() - 1);
    }

    private static BigFraction[][] errors(List<Integer> twelfths, int sign) {
        return twelfths.stream()
                .map(n -> new BigFraction[] {BigFraction.of(sign * n, ONE)})
                .toArray(BigFraction[][]::new);
    }
}
