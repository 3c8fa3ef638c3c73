package org.biograd.study.angles.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.biograd.reference.real.BackpropagationThroughTime;
import org.biograd.spec.TraceMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Updates computed from a recording are those of the network, and without any approximation the exact gradient. */
class RuleTest {

    private static final int SEEDS = 60;

    @ParameterizedTest
    @EnumSource(TraceMode.class)
    void theRuleAsItIsEqualsTheUpdateOfTheNetwork(TraceMode mode) {
        int compared = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            DrawnRun drawn = new DrawnRun(seed, mode);
            Rule rule = new Rule(drawn.run, drawn.network);
            Trace trace = Trace.ofEligibility(drawn.network.parameters(), mode);
            for (int l = 1; l <= DrawnRun.SHAPE.layers(); l++) {
                double[][] update = l == DrawnRun.SHAPE.layers()
                        ? rule.output(ErrorSignal.SPIKES, trace)
                        : rule.remedied(l, Remedy.DIRECT, ErrorSignal.SPIKES, drawn.feedback(), trace);
                double[][] own = drawn.ownGradient(l);
                for (int i = 0; i < own.length; i++) {
                    // All numbers are dyadic: sums are exact in any order, but for the many factors of FULL.
                    assertArrayEquals(
                            own[i], update[i], mode == TraceMode.FULL ? 1e-11 : 0, "seed " + seed + ", layer " + l);
                }
                compared += UpdateAgreement.of(update, own).defined() ? 1 : 0;
            }
        }
        assertTrue(compared > SEEDS, "only " + compared + " updates differed from 0");
    }

    @ParameterizedTest
    @EnumSource(TraceMode.class)
    void withoutAnyApproximationTheRuleIsTheExactGradient(TraceMode mode) {
        int hidden = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            DrawnRun drawn = new DrawnRun(seed, TraceMode.PRE_ONLY);
            Rule rule = new Rule(drawn.run, drawn.network);
            BackpropagationThroughTime exact = new BackpropagationThroughTime(drawn.network, mode);
            exact.differentiateCounts(drawn.input, drawn.run.finalError());
            int last = DrawnRun.SHAPE.layers();
            Trace trace = new Trace(drawn.network.parameters().decay(), mode);
            UpdateAgreement output = UpdateAgreement.of(rule.output(ErrorSignal.FINAL, trace), joined(exact, last));
            assertZero(output, DrawnRun.STEPS - DrawnRun.SOFT_START);
            if (mode == TraceMode.FULL) {
                for (int l = 1; l <= last; l++) {
                    UpdateAgreement agreement = UpdateAgreement.of(rule.gradient(l), joined(exact, l));
                    assertZero(agreement, DrawnRun.STEPS - DrawnRun.SOFT_START);
                    hidden += l < last && agreement.defined() ? 1 : 0;
                }
            }
        }
        assertTrue(
                mode != TraceMode.FULL || hidden > SEEDS,
                "only " + hidden + " gradients of hidden layers differed from 0");
    }

    private static double[][] joined(BackpropagationThroughTime exact, int layer) {
        return DrawnRun.joined(exact.weights(layer), exact.biases(layer));
    }

    private static void assertZero(UpdateAgreement agreement, double ratio) {
        if (agreement.defined()) {
            assertEquals(0, agreement.degrees(), 1e-6);
            assertEquals(ratio, agreement.ratio(), 1e-9);
        }
    }
}
