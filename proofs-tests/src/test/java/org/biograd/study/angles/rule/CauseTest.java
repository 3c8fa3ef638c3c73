package org.biograd.study.angles.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.junit.jupiter.api.Test;

/** Networks of a few neurons and two steps in which one cause alone makes an angle, worked out by hand. */
class CauseTest {

    private static final int STEPS = 2;
    private static final double ALWAYS_OPEN = 1000;

    @Test
    void errorSpikesAndTheRunningErrorAtTwoOutputs() {
        // Output 1 spikes at step 0 alone, output 0, the label, never: e(0) = (-1, 1), e(1) = (-1, 1/2). Error spikes:
        // (-1, 1).
        Made made = new Made(Shape.of(1, 2), 0, ALWAYS_OPEN);
        made.network.weights(1)[1][0] = 1;
        made.show(0, new int[][] {{1}, {0}});
        double[][] exact = made.rule.gradient(1);

        assertAngle(degrees(-1, 1, -2, 1), made.rule.output(ErrorSignal.SPIKES, made.full()), exact);
        assertAngle(degrees(-2, 1.5, -2, 1), made.rule.output(ErrorSignal.RUNNING, made.full()), exact);
        assertAngle(0, made.rule.output(ErrorSignal.FINAL, made.own(TraceMode.PRE_ONLY)), exact);
    }

    @Test
    void onlyTheLengthTellsErrorSpikesFromAConstantError() {
        // The output never spikes and should: e = -1 twice; the error neuron exceeds 1 at the second step alone.
        Made made = new Made(Shape.of(1, 1), 0, ALWAYS_OPEN);
        made.show(0, new int[][] {{1}, {0}});

        UpdateAgreement agreement =
                UpdateAgreement.of(made.rule.output(ErrorSignal.SPIKES, made.full()), made.rule.gradient(1));

        assertEquals(0, agreement.degrees(), 1e-6);
        assertEquals(0.5, agreement.ratio(), 1e-12);
    }

    @Test
    void aTraceWithoutTheResetRemembersBeyondASpike() {
        // v(0) = 1 spikes and is reset, v(1) = 1/4 hears input 1 alone. Gates open, d = 1/2; v g = 1 in the factor of
        // FULL at step 0.
        Made made = new Made(Shape.of(2, 1), 0.5, ALWAYS_OPEN);
        made.network.weights(1)[0][0] = 1;
        made.network.weights(1)[0][1] = 0.25;
        made.show(0, new int[][] {{1, 0}, {0, 1}});
        double[][] exact = made.rule.gradient(1);

        // E: input 0 is 1 + d f, input 1 is 1, the bias is 1 + (1 + d f); f = 1 - 1 - 1, 0 and 1.
        assertAngle(0, made.rule.output(ErrorSignal.FINAL, made.own(TraceMode.FULL)), exact);
        assertAngle(
                degrees(1, 1, 2, 0.5, 1, 1.5),
                made.rule.output(ErrorSignal.FINAL, made.own(TraceMode.DETACHED)),
                exact);
        assertAngle(
                degrees(1.5, 1, 2.5, 0.5, 1, 1.5),
                made.rule.output(ErrorSignal.FINAL, made.own(TraceMode.PRE_ONLY)),
                exact);
    }

    @Test
    void directFeedbackCreditsStepsThatTheOutputDidNotHear() {
        // d = 0. The hidden neuron hears input 0 at step 0 and spikes, input 1 at step 1 and does not; its gate is
        // open. That of the output is open at step 0 alone, so the gradient is (1, 0, 1) times a number; direct
        // feedback makes (1, 1, 2) of it.
        Made made = new Made(Shape.of(2, 1, 1), 0, 0.3);
        made.network.weights(1)[0][0] = 0.6;
        made.network.weights(1)[0][1] = 0.4;
        made.network.weights(2)[0][0] = 0.4;
        made.show(0, new int[][] {{1, 0}, {0, 1}});
        double[][] exact = made.rule.gradient(1);

        for (ErrorSignal error : ErrorSignal.values()) {
            assertAngle(30, made.rule.direct(1, error, made.aligned(), made.own(TraceMode.PRE_ONLY)), exact);
        }
        assertAngle(0, made.rule.throughPath(1, ErrorSignal.FINAL, made.own(TraceMode.PRE_ONLY)), exact);
        FeedbackWeights feedback =
                new FeedbackWeights(new double[][][] {made.aligned()}, new double[][][] {made.aligned()});
        assertAngle(0, made.rule.remedied(1, Remedy.TIME_LOCAL, ErrorSignal.FINAL, feedback, made.full()), exact);
        assertAngle(30, made.rule.remedied(1, Remedy.GATE_COUNT, ErrorSignal.FINAL, feedback, made.full()), exact);
    }

    @Test
    void feedbackThatIsNotAlignedTurnsTheUpdate() {
        // d = 0 and gates always open: the layers are linear, and aligned direct feedback is the path. B = (1, 0)
        // instead of (1, 1).
        Made made = new Made(Shape.of(1, 2, 1), 0, ALWAYS_OPEN);
        made.network.weights(2)[0][0] = 1;
        made.network.weights(2)[0][1] = 1;
        made.show(0, new int[][] {{1}, {1}});
        double[][] exact = made.rule.gradient(1);

        assertAngle(0, made.rule.direct(1, ErrorSignal.SPIKES, made.aligned(), made.own(TraceMode.PRE_ONLY)), exact);
        assertAngle(
                45,
                made.rule.direct(1, ErrorSignal.FINAL, new double[][] {{1}, {0}}, made.own(TraceMode.PRE_ONLY)),
                exact);
    }

    private static void assertAngle(double degrees, double[][] update, double[][] exact) {
        assertEquals(degrees, UpdateAgreement.of(update, exact).degrees(), 1e-6);
    }

    /** The angle between the first and the second half of the numbers, by the arc cosine. */
    private static double degrees(double... both) {
        int n = both.length / 2;
        double product = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < n; i++) {
            product += both[i] * both[n + i];
            a += both[i] * both[i];
            b += both[n + i] * both[n + i];
        }
        return StrictMath.toDegrees(StrictMath.acos(product / StrictMath.sqrt(a * b)));
    }

    /** A network with theta 1/2 and error DIFFERENCE, and what it did. */
    private static final class Made {
        private final RealNetwork network;
        private final RecordedRun run;
        private Rule rule;

        Made(Shape shape, double decay, double window) {
            network = new RealNetwork(
                    shape,
                    new RealParameters(
                            decay,
                            0.5,
                            window,
                            1,
                            decay,
                            STEPS,
                            0,
                            TraceMode.PRE_ONLY,
                            ErrorFunction.DIFFERENCE,
                            1,
                            1,
                            0,
                            0,
                            2));
            run = new RecordedRun(shape, STEPS, 0);
        }

        void show(int label, int[][] spikes) {
            network.learn(SpikeTrain.of(spikes), label, Decisions.OWN, run);
            rule = new Rule(run, network);
        }

        Trace full() {
            return Trace.exact(network.parameters());
        }

        Trace own(TraceMode mode) {
            return Trace.ofEligibility(network.parameters(), mode);
        }

        double[][] aligned() {
            return network.forwardProduct(1);
        }
    }
}
