package org.biograd.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.EnumSet;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.ExactNetwork;
import org.biograd.reference.exact.ExactParameters;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.NeuronModel;
import org.biograd.reference.exact.Synapses;
import org.biograd.reference.exact.Units;
import org.biograd.reference.real.RealParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The constants of the exact network, and what it refuses. */
class ExactParametersTest {

    private static final BigFraction HALF = BigFraction.of(1, 2);
    private static final BigFraction MINUS = BigFraction.of(-1, 8);
    private static final BigFraction TWO = BigFraction.of(2);

    @Test
    @Clause("REAL-1")
    void aProfileStandsForTheSameEquationsInFractionsAndInDoubles() {
        for (String name : Profiles.NAMES) {
            requireSame(Profiles.shipped(name));
            requireSame(layerwise(Profiles.shipped(name)));
        }
    }

    private static Profile layerwise(Profile profile) {
        return ProfileReader.read(
                "layerwise",
                ProfileReader.write(profile)
                        .replaceAll("(?m)^feedback.path .*$", "feedback.path = LAYERWISE")
                        .replaceAll("(?m)^feedback.pathShift .*$", "feedback.pathShift = 3"));
    }

    private static void requireSame(Profile profile) {
        ExactParameters exact = ExactParameters.of(profile);
        RealParameters real = RealParameters.of(profile);
        same(real.decay(), exact.neuron().decay());
        same(real.theta(), exact.neuron().theta());
        same(real.win(), exact.neuron().win());
        same(real.amp(), exact.neuron().amp());
        same(real.traceDecay(), exact.traceDecay());
        same(real.hiddenRate(), exact.hiddenRate());
        same(real.outputRate(), exact.outputRate());
        same(real.hebb(), exact.hebb());
        same(real.oja(), exact.oja());
        same(real.hiddenRateRatio(), exact.hiddenRateRatio());
        assertEquals(real.feedbackPath(), exact.feedbackPath());
        assertEquals(real.steps(), exact.steps());
        assertEquals(real.softStart(), exact.softStart());
        assertEquals(real.traceMode(), exact.traceMode());
        assertEquals(real.errorFunction(), exact.errorFunction());
        assertEquals(real.ojaPower(), exact.ojaPower());
    }

    @Test
    @Clause("REAL-1")
    void aUnitIsWorthTheSameInFractionsAndInDoubles() {
        Shape shape = Shape.of(3, 2, 2);
        for (String name : Profiles.NAMES) {
            Profile profile = Profiles.shipped(name);
            for (Signal signal : EnumSet.complementOf(
                    EnumSet.of(Signal.FED_BACK_ERROR, Signal.NOISE_COUNT, Signal.FEEDBACK_WEIGHT))) {
                same(
                        org.biograd.reference.real.Units.lsb(profile, shape, signal, 2),
                        Units.lsb(profile, shape, signal, 2));
            }
            for (Signal signal : List.of(Signal.DENDRITE, Signal.LEARNING_ERROR, Signal.FEEDBACK_WEIGHT)) {
                same(
                        org.biograd.reference.real.Units.lsb(profile, shape, signal, 1),
                        Units.lsb(profile, shape, signal, 1));
            }
            Profile layerwise = layerwise(profile);
            Shape deep = Shape.of(3, 2, 2, 2);
            for (int layer = 1; layer <= 3; layer++) {
                for (Signal signal : List.of(Signal.DENDRITE, Signal.LEARNING_ERROR, Signal.FED_BACK_ERROR)) {
                    if (signal != Signal.FED_BACK_ERROR || layer > 1) {
                        same(
                                org.biograd.reference.real.Units.lsb(layerwise, deep, signal, layer),
                                Units.lsb(layerwise, deep, signal, layer));
                    }
                }
            }
        }
    }

    /** Doubles round a product of a few factors; half a unit in the last place each. */
    private static void same(double real, BigFraction exact) {
        assertEquals(exact.doubleValue(), real, 8 * Math.ulp(real));
    }

    @Test
    void neuronsHaveTheirRanges() {
        refused(() -> new NeuronModel(TWO, HALF, HALF, HALF));
        refused(() -> new NeuronModel(MINUS, HALF, HALF, HALF));
        refused(() -> new NeuronModel(HALF, MINUS, HALF, HALF));
        refused(() -> new NeuronModel(HALF, HALF, MINUS, HALF));
        refused(() -> new NeuronModel(HALF, HALF, HALF, MINUS));
    }

    @Test
    void synapsesHaveOneShape() {
        refused(() -> new Synapses(new BigFraction[][] {{HALF}}, new BigFraction[] {HALF, HALF}));
        refused(() -> new Synapses(new BigFraction[][] {{HALF}, {HALF, HALF}}, new BigFraction[] {HALF, HALF}));
        refused(() -> new Synapses(new BigFraction[0][], new BigFraction[0]));
        Synapses one = new Synapses(new BigFraction[][] {{HALF}}, new BigFraction[] {HALF});
        refused(() -> LayerRun.of(new NeuronModel(HALF, HALF, HALF, HALF), one, new int[][] {{1, 0}}));
    }

    @Test
    void networksRefuseWhatDoesNotFit() {
        ExactNetwork network = new ExactNetwork(Shape.of(2, 3, 2), ExactParameters.of(Profiles.tiny()));
        int steps = Profiles.tiny().time().steps();
        refused(() -> network.learn(silence(3, steps), 0));
        refused(() -> network.learn(silence(2, steps + 1), 0));
        refused(() -> network.learn(new SpikeTrain(2, steps), 0));
        refused(() -> network.learn(silence(2, steps), 2));
        refused(() -> network.learn(silence(2, steps), -1));
        refused(() -> network.synapses(0));
        refused(() -> network.synapses(3));
        refused(() -> network.feedback(2));
        refused(() -> network.aligned(0));
        refused(() -> network.sleep(2, 1, 1, (layer, trajectory, positive, negative) -> {}));
        refused(() -> network.sleep(1, 0, 1, (layer, trajectory, positive, negative) -> {}));
        refused(() -> network.sleep(1, 1, 1, (layer, trajectory, positive, negative) -> {}));
    }

    private static SpikeTrain silence(int inputs, int steps) {
        return SpikeTrain.of(new int[steps][inputs]);
    }

    private static void refused(Executable call) {
        assertThrows(IllegalArgumentException.class, call);
    }
}
