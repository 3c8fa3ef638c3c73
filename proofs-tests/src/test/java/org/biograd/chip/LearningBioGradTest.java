package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.fixedpoint.word.Words;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.loihi.learning.BioGradRules;
import org.biograd.loihi.learning.LearningEngine;
import org.biograd.loihi.learning.LearningWords;
import org.biograd.loihi.learning.TraceStep;
import org.biograd.loihi.learning.Variable;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Observer;
import org.biograd.spec.Rounding;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BioGrad's learning as rules of the engine, beside the integer network. */
@Clause("ENG-11")
class LearningBioGradTest {

    private static final long SEED = 20_260_101;
    private static final int SAMPLES = 40;

    /** One layer on the engine, fed with the network's spikes, gates and learning errors. */
    private static final class Twin {
        private final int layer;
        private final Profile profile;
        private final LearningWords words;
        private final TraceStep trace;
        private final LearningEngine tags;
        private final boolean output;
        private final Draws draws = new Draws(SEED);
        private final int[] fires;
        private long moved;
        private int largestTag;

        private Twin(int layer, Shape shape, Profile profile, int[] initial) {
            this.layer = layer;
            this.profile = profile;
            this.words = new LearningWords(shape.size(layer - 1) + 1, shape.size(layer));
            this.fires = words.of(Variable.X0);
            this.trace = BioGradRules.trace(profile);
            this.tags = new LearningEngine(words, BioGradRules.formats(profile), List.of(BioGradRules.tag(profile)));
            this.output = layer == shape.layers();
            System.arraycopy(initial, 0, words.of(Variable.W), 0, initial.length);
        }

        private void step(long sample, int step, int[] spikes, int[] gate) {
            System.arraycopy(spikes, 0, fires, 0, spikes.length);
            fires[spikes.length] = 1;
            System.arraycopy(gate, 0, words.of(Variable.Y0), 0, gate.length);
            draws.select(DrawStream.TRACE, layer, sample, step, 12);
            trace.step(words.of(Variable.X1), fires, draws::at, j -> {
                throw new AssertionError("the impulse is whole");
            });
            tags.run(step + 1, s -> {
                throw new AssertionError("a tag is not rounded");
            });
            for (int t : words.of(Variable.T)) {
                largestTag = Math.max(largestTag, t);
            }
        }

        private void update(long sample, int[] q) {
            System.arraycopy(q, 0, words.of(Variable.Q), 0, q.length);
            int[] before = words.of(Variable.W).clone();
            draws.select(DrawStream.WEIGHT, layer, sample, 0, profile.update().accumulatorFraction());
            new LearningEngine(
                            words, BioGradRules.formats(profile), List.of(BioGradRules.weight(profile, output, sample)))
                    .run(1, draws::at);
            for (int s = 0; s < before.length; s++) {
                moved += before[s] == words.of(Variable.W)[s] ? 0 : 1;
            }
        }

        private void forget() {
            Arrays.fill(words.of(Variable.X1), 0);
            Arrays.fill(words.of(Variable.T), 0);
        }
    }

    private static Network runBeside(Profile profile) {
        Shape shape = Shape.of(9, 7, 4);
        Network network = new Network(shape, profile, SEED);
        Twin[] twins = {
            null, new Twin(1, shape, profile, network.weights(1)), new Twin(2, shape, profile, network.weights(2))
        };
        Random random = new Random(3);
        for (int n = 0; n < SAMPLES; n++) {
            SpikeTrain input = new SpikeTrain(9, profile.time().steps());
            for (int t = 0; t < profile.time().steps(); t++) {
                for (int j = 0; j < 9; j++) {
                    if (random.nextInt(9) <= j) {
                        input.add(j);
                    }
                }
                input.endStep();
            }
            long sample = n;
            Map<Signal, int[][]> last = new EnumMap<>(Signal.class);
            network.learn(sample, input, n % 4, (signal, l, step, values) -> {
                int[] shown = new int[values.size()];
                switch (signal) {
                    case SPIKE, GATE, TRACE, ELIGIBILITY, LEARNING_ERROR -> values.copyTo(shown);
                    default -> {}
                }
                last.computeIfAbsent(signal, s -> new int[3][])[l] = shown;
                if (signal == Signal.TRACE) {
                    twins[l].step(sample, step, last.get(Signal.SPIKE)[l - 1], last.get(Signal.GATE)[l]);
                    assertArrayEquals(shown, twins[l].words.of(Variable.X1), "z of layer " + l + " at step " + step);
                } else if (signal == Signal.ELIGIBILITY) {
                    assertArrayEquals(shown, twins[l].words.of(Variable.T), "E of layer " + l + " at step " + step);
                }
            });
            network.update(Observer.NONE);
            for (int l = 1; l <= 2; l++) {
                twins[l].update(sample, last.get(Signal.LEARNING_ERROR)[l]);
                assertArrayEquals(
                        network.weights(l), twins[l].words.of(Variable.W), "w of layer " + l + " after sample " + n);
                twins[l].forget();
            }
        }
        assertTrue(
                twins[1].moved > 10 && twins[2].moved > 10,
                twins[1].moved + " and " + twins[2].moved + " weights have moved");
        assertTrue(twins[1].largestTag > 10);
        return network;
    }

    @Test
    @Clause({"ENG-3", "ENG-9"})
    void theEngineLearnsWhatTheNetworkLearns() {
        runBeside(Profiles.loihi());
    }

    @Test
    @Clause("ENG-9")
    void alsoWhereRatesAreHalved() {
        runBeside(ProfileChange.of(ProfileChange.of(Profiles.loihi(), "update.halveEvery", "7"), "update.shift", "2"));
    }

    /** Narrow words and large steps: tags, accumulators and weights saturate. */
    @Test
    @Clause({"ENG-3", "ENG-9"})
    void alsoWhereEverythingSaturates() {
        Profile strong = ProfileChange.of(Profiles.loihi(), "trace.impulse", "100");
        Profile narrow = ProfileChange.of(ProfileChange.of(strong, "eligibility.shift", "0"), "update.shift", "0");
        Network network = runBeside(
                ProfileChange.of(ProfileChange.of(narrow, "eligibility.bits", "8"), "update.outputMultiplier", "12"));
        for (Signal signal : List.of(Signal.TRACE, Signal.ELIGIBILITY, Signal.WEIGHT_CHANGE, Signal.WEIGHT)) {
            assertTrue(network.events().count(signal) > 0, signal + " saturates");
        }
    }

    /** LEARN-2 and LEARN-3 by the words of the integer network, at any word. */
    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    @Clause({"ENG-8", "ENG-9"})
    void anyWeightMovesAsTheClausesSay(
            @ForAll @IntRange(min = -127, max = 127) int w,
            @ForAll @IntRange(min = -127, max = 127) int q,
            @ForAll @IntRange(min = -255, max = 255) int t,
            @ForAll @IntRange(min = 1, max = 7) int m,
            @ForAll @IntRange(max = 15) int shift,
            @ForAll @IntRange(max = 127) int draw) {
        Profile profile = ProfileChange.of(
                ProfileChange.of(Profiles.loihi(), "update.shift", String.valueOf(shift)),
                "update.hiddenMultiplier",
                String.valueOf(m));
        LearningWords words = new LearningWords(1, 1);
        words.of(Variable.W)[0] = w;
        words.of(Variable.Q)[0] = q;
        words.of(Variable.T)[0] = t;
        new LearningEngine(words, BioGradRules.formats(profile), List.of(BioGradRules.weight(profile, false, 0)))
                .run(1, s -> draw);
        long product = Words.shift((long) m * q * t, shift, Rounding.FLOOR, 0);
        long c = Words.saturate(128L * w - product, 16);
        assertEquals(Words.saturate(Words.shift(c, 7, Rounding.STOCHASTIC, draw), 8), words.of(Variable.W)[0]);
    }

    /** ELIG-3 at any word. */
    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    @Clause({"ENG-8", "ENG-9"})
    void anyTagMovesAsTheClauseSays(
            @ForAll @IntRange(min = -255, max = 255) int e,
            @ForAll @IntRange(max = 127) int z,
            @ForAll @IntRange(max = 1) int gate,
            @ForAll @IntRange(max = 17) int shift) {
        Profile profile = ProfileChange.of(Profiles.loihi(), "eligibility.shift", String.valueOf(shift));
        LearningWords words = new LearningWords(1, 1);
        words.of(Variable.T)[0] = e;
        words.of(Variable.X1)[0] = z;
        words.of(Variable.Y0)[0] = gate;
        new LearningEngine(words, BioGradRules.formats(profile), List.of(BioGradRules.tag(profile))).run(1, s -> 0);
        assertEquals(Words.saturate(e + gate * Words.shift(z, shift, Rounding.FLOOR, 0), 9), words.of(Variable.T)[0]);
    }

    @Test
    void theRulesOfTheProfileReadLikeTheText() {
        assertEquals("dt = 2^-5*y0*x1", BioGradRules.tag(Profiles.loihi()).toString());
        assertEquals(
                "dw = -2^-11*u0*q*t",
                BioGradRules.weight(Profiles.loihi(), true, 99).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "trace.mode, DETACHED, trace.mode: DETACHED; the chip's learning needs PRE_ONLY",
        "trace.rounding, FLOOR, trace.rounding: FLOOR; the chip's learning needs STOCHASTIC",
        "update.batch, 2, update.batch: 2; the chip's learning needs 1",
        "update.rounding, FLOOR, update.rounding: FLOOR; the chip's learning needs STOCHASTIC",
        "error.learningBits, 9, error.learningBits: 9; the chip's learning needs 8",
        "eligibility.bits, 10, tag: s10.0; a signed format of 2..9 bits without fraction is needed",
    })
    void profilesBeyondTheChipAreRefused(String key, String value, String message) {
        Profile profile = ProfileChange.of(Profiles.loihi(), key, value);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> {
                            BioGradRules.trace(profile);
                            BioGradRules.formats(profile);
                            BioGradRules.weight(profile, true, 0);
                        })
                        .getMessage());
    }
}
