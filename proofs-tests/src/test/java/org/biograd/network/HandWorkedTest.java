package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.biograd.fixedpoint.Network;
import org.biograd.spec.Clause;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.Rounding;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.EligibilityParameters;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.FeedbackParameters;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.SleepParameters;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.TimeParameters;
import org.biograd.spec.profile.TraceParameters;
import org.biograd.spec.profile.UpdateParameters;
import org.biograd.spec.profile.WeightParameters;
import org.junit.jupiter.api.Test;

/**
 * One sample of one input and two outputs, worked out with pencil and paper: no model stands between the text and the
 * numbers.
 */
class HandWorkedTest {

    private static final Profile PROFILE = new Profile(
            "by-hand",
            new TimeParameters(4, 1),
            new WeightParameters(4, 1, 7),
            new SomaParameters(6, 6, 16, 2048, 8, 8),
            new TraceParameters(TraceMode.PRE_ONLY, 3, 4, 2048, Rounding.FLOOR),
            new EligibilityParameters(4, 0),
            new ErrorParameters(ErrorFunction.DIFFERENCE, 2, 6, 5, 4, 0, 0, Rounding.TOWARD_ZERO),
            new UpdateParameters(1, 1, 0, 8, 1, Rounding.NEAREST_EVEN, 1, 0),
            new FeedbackParameters(FeedbackStart.RANDOM, 4, 0, 0),
            new SleepParameters(0, 0, 1, 1, 0, 0, Rounding.FLOOR));

    /** Wider eligibilities, so that input and bias differ in theirs, and feedback layer by layer. */
    private static final Profile LAYERWISE = new Profile(
            "by-hand-too",
            PROFILE.time(),
            PROFILE.weight(),
            PROFILE.soma(),
            PROFILE.trace(),
            new EligibilityParameters(6, 0),
            new ErrorParameters(ErrorFunction.DIFFERENCE, 2, 6, 5, 4, 1, 0, Rounding.TOWARD_ZERO),
            new UpdateParameters(1, 1, 5, 8, 1, Rounding.NEAREST_EVEN, 1, 0),
            new FeedbackParameters(FeedbackPath.LAYERWISE, 2, FeedbackStart.RANDOM, 4, 0, 0),
            PROFILE.sleep());

    private final Log log = new Log();
    private final Network network = new Network(Shape.of(1, 2), PROFILE, 0);

    private List<List<Long>> shown(Signal signal, int layer) {
        return log.all().stream()
                .filter(shown -> shown.signal() == signal && shown.layer() == layer)
                .map(shown -> Arrays.stream(shown.values()).boxed().collect(Collectors.toList()))
                .collect(Collectors.toList());
    }

    private static List<List<Long>> steps(long[]... steps) {
        return Arrays.stream(steps)
                .map(step -> Arrays.stream(step).boxed().collect(Collectors.toList()))
                .collect(Collectors.toList());
    }

    private static long[] of(long... values) {
        return values;
    }

    private void expect(Signal signal, long[]... steps) {
        expect(signal, 1, steps);
    }

    private void expect(Signal signal, int layer, long[]... steps) {
        assertEquals(steps(steps), shown(signal, layer), signal.symbol() + " of layer " + layer);
    }

    @Test
    @Clause({
        "SYN-1", "SOMA-1", "SOMA-2", "SOMA-3", "SOMA-4", "GATE-1", "ELIG-1", "ELIG-3", "ELIG-5", "ERR-1", "ERR-3",
        "ERR-4", "ERR-5", "ERR-7", "LEARN-1", "LEARN-2", "LEARN-3", "OBS-1", "OBS-2"
    })
    void everyNumberOfASample() {
        int[] weights = network.weights(1);
        // The input drives output 0 with 5; its bias is 1. Output 1 has neither.
        System.arraycopy(new int[] {5, 0, 1, 0}, 0, weights, 0, 4);
        network.learn(0, SpikeTrain.of(new int[][] {{1}, {0}, {1}, {1}}), 1, log);
        network.update(log);

        assertEquals(steps(of(1), of(0), of(1), of(1)), shown(Signal.SPIKE, 0));
        expect(Signal.SYNAPTIC_INPUT, of(12, 0), of(2, 0), of(12, 0), of(12, 0));
        // From rest; from the reset; half of 2 left; from the reset.
        expect(Signal.MEMBRANE_VOLTAGE, of(12, 0), of(2, 0), of(13, 0), of(12, 0));
        expect(Signal.SPIKE, of(1, 0), of(0, 0), of(1, 0), of(1, 0));
        // Output 1 rests exactly a window below the threshold: closed.
        expect(Signal.GATE, of(1, 0), of(1, 0), of(1, 0), of(1, 0));
        // The input, then the bias: 4, 2 + 4, 3 + 4, floor(3.5) + 4.
        expect(Signal.TRACE, of(4, 4), of(2, 6), of(5, 7), of(6, 7));
        // Four bits hold 7.
        expect(Signal.ELIGIBILITY, of(4, 0, 4, 0), of(6, 0, 7, 0), of(7, 0, 7, 0), of(7, 0, 7, 0));
        expect(Signal.SPIKE_COUNT, of(1, 0), of(1, 0), of(2, 0), of(3, 0));
        // From step 1 on: 4 * 1/2, 4 * 2/3 and 4 * 3/4 to the nearest; -4 at the label.
        expect(Signal.ERROR, of(2, -4), of(3, -4), of(3, -4));
        expect(Signal.POSITIVE_POTENTIAL, of(2, -4), of(5, -8), of(4, -12));
        expect(Signal.NEGATIVE_POTENTIAL, of(-2, 4), of(-5, 8), of(-8, 8));
        // 4 is not above 4.
        expect(Signal.POSITIVE_ERROR_SPIKE, of(0, 0), of(1, 0), of(0, 0));
        expect(Signal.NEGATIVE_ERROR_SPIKE, of(0, 0), of(0, 1), of(0, 1));
        expect(Signal.DENDRITE, of(0, 0), of(1, -1), of(1, -2));
        expect(Signal.LEARNING_ERROR, of(1, -2));
        // 2 * 5 - 7 = 3 and 2 * 1 - 7 = -5, halved: 1.5 and -2.5 go to the even neighbours.
        expect(Signal.WEIGHT, of(2, 0, -2, 0));
        expect(Signal.WEIGHT_CHANGE, of(-3, 0, -3, 0));
        assertArrayEquals(new int[] {2, 0, -2, 0}, weights);
        // E of the bias at step 1, both at the steps 2 and 3.
        assertEquals(5, network.events().count(Signal.ELIGIBILITY));
        assertEquals(5, network.events().saturations());
        assertEquals(0, network.events().wraps());
    }

    @Test
    @Clause({
        "ELIG-3", "ELIG-5", "ERR-5", "ERR-6", "ERR-7", "ERR-8", "ERR-9", "LEARN-1", "LEARN-2", "LEARN-3", "NET-1",
        "OBS-1", "OBS-2"
    })
    void everyNumberOnTheWayDown() {
        Network deep = new Network(Shape.of(1, 1, 2), LAYERWISE, 0);
        // The hidden neuron is output 0 of the sample above, and output 0 hears from it what it hears from the input.
        System.arraycopy(new int[] {5, 1}, 0, deep.weights(1), 0, 2);
        System.arraycopy(new int[] {5, -1, 1, 1}, 0, deep.weights(2), 0, 4);
        System.arraycopy(new int[] {7, 5}, 0, deep.feedback(1), 0, 2);
        deep.learn(0, SpikeTrain.of(new int[][] {{1}, {0}, {1}, {1}}), 1, log);
        deep.update(log);

        expect(Signal.SPIKE, 1, of(1), of(0), of(1), of(1));
        // Output 1: 0; 2; half of it; half of 1 is 0.
        expect(Signal.MEMBRANE_VOLTAGE, 2, of(12, 0), of(2, 2), of(13, 1), of(12, 0));
        expect(Signal.GATE, 2, of(1, 0), of(1, 1), of(1, 1), of(1, 0));
        // The sums of 4, 2, 5, 6 and of 4, 6, 7, 7; output 1 has those of the steps 1 and 2.
        expect(Signal.ELIGIBILITY, 1, of(4, 4), of(6, 10), of(11, 17), of(17, 24));
        expect(Signal.ELIGIBILITY, 2, of(4, 0, 4, 0), of(6, 2, 10, 6), of(11, 7, 17, 13), of(17, 7, 24, 13));
        expect(Signal.DENDRITE, 2, of(0, 0), of(1, -1), of(1, -2));
        expect(Signal.LEARNING_ERROR, 2, of(1, -2));
        // 1 * 24 / 4 and -2 * 13 / 4 = -6.5, toward zero.
        expect(Signal.FED_BACK_ERROR, 2, of(6, -6));
        // 7 * 6 - 5 * 6: 42 alone would not fit. No step shows it, the end does.
        expect(Signal.DENDRITE, 1, of(12));
        expect(Signal.LEARNING_ERROR, 1, of(6));
        assertEquals(
                "[q2, c2, D1, q1, dW1, w1, dW2, w2]",
                log.all().subList(log.all().size() - 8, log.all().size()).stream()
                        .map(shown -> shown.signal().symbol() + shown.layer())
                        .toList()
                        .toString());
        // 6 * 17 / 32 = 3 and 6 * 24 / 32 = 4, rounded down: 10 - 3 = 7 is 3.5, to the even 4; 2 - 4 is -1.
        expect(Signal.WEIGHT, 1, of(4, -1));
        // 17 / 32 and 24 / 32 are 0; -14 / 32 and -26 / 32 are -1: -2 + 1 is -0.5, to the even 0; 2 + 1 is 1.5, to 2.
        expect(Signal.WEIGHT, 2, of(5, 0, 1, 2));
        assertEquals(0, deep.events().saturations() + deep.events().wraps());
    }
}
