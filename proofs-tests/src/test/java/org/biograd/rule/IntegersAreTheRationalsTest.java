package org.biograd.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.RuleNetwork;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.NeuronModel;
import org.biograd.reference.exact.Synapses;
import org.biograd.reference.exact.rule.DesireBackpropagation;
import org.biograd.reference.exact.rule.ErrorEquation;
import org.biograd.reference.exact.rule.FeedbackRun;
import org.biograd.reference.exact.rule.FirstSpikeTimes;
import org.biograd.reference.exact.rule.OnlineThroughTime;
import org.biograd.reference.exact.rule.SoftReset;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.train.ProfileOverrides;
import org.junit.jupiter.api.Test;

/** Where words hold everything and nothing is rounded, an integer rule is the equations, with equality. */
class IntegersAreTheRationalsTest {

    private static final int DRAWS = 200;
    private static final int STEPS = 6;
    private static final int IMPULSE = 64;
    private static final int WEIGHT_SHIFT = 6;
    private static final BigFraction RHO = BigFraction.of(230, 256);
    private static final BigFraction ROUNDING_OF_SWEEPS =
            RHO.divide(BigFraction.ONE.subtract(RHO)).add(BigFraction.of(1, 2));
    private static final BigFraction HALF = BigFraction.of(1, 2);

    /** Decays by a half leave no remainder in so few steps. */
    private static Profile wide(LearningRule rule, Random random, Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(rule.profile());
        keys.putAll(Map.ofEntries(
                Map.entry("time.steps", "" + STEPS),
                Map.entry("time.softStart", "0"),
                Map.entry("weight.bits", "5"),
                Map.entry("weight.spread", "20"),
                Map.entry("weight.shift", "" + WEIGHT_SHIFT),
                Map.entry("soma.currentBits", "32"),
                Map.entry("soma.voltageBits", "32"),
                Map.entry("soma.keep", "2048"),
                Map.entry("soma.threshold", "" + 64 * (1 + random.nextInt(12))),
                Map.entry("soma.window", "" + 64 * (1 + random.nextInt(16))),
                Map.entry("trace.bits", "17"),
                Map.entry("trace.impulse", "" + IMPULSE),
                Map.entry("trace.keep", "2048"),
                Map.entry("eligibility.bits", "24"),
                Map.entry("eligibility.shift", "0"),
                Map.entry("error.fraction", "2"),
                Map.entry("error.learningBits", "24"),
                Map.entry("error.rounding", "FLOOR")));
        keys.putAll(more);
        return ProfileOverrides.apply(Profiles.loihi(), keys);
    }

    private static RuleNetwork open(String name, Shape shape, Profile profile, Map<String, Integer> given, long seed) {
        LearningRule rule = Rules.named(name);
        return rule.open(shape, profile, RuleSettings.of(rule.parameters(), given), seed);
    }

    private static Shape shape(Random random) {
        return Shape.of(1 + random.nextInt(4), 1 + random.nextInt(4), 1 + random.nextInt(4));
    }

    /** The weights of a layer in units of voltage. */
    private static Synapses exact(RuleNetwork network, int layer, int unit) {
        int pre = network.shape().size(layer - 1);
        int post = network.shape().size(layer);
        BigFraction[][] w = new BigFraction[post][pre];
        BigFraction[] b = new BigFraction[post];
        for (int i = 0; i < post; i++) {
            for (int j = 0; j < pre; j++) {
                w[i][j] = BigFraction.of(network.weights(layer)[j * post + i]).multiply(unit);
            }
            b[i] = BigFraction.of(network.weights(layer)[pre * post + i]).multiply(unit);
        }
        return new Synapses(w, b);
    }

    private static List<LayerRun> run(RuleNetwork network, int[][] x, boolean soft) {
        NeuronModel neuron = new NeuronModel(
                HALF,
                BigFraction.of(network.profile().soma().threshold()),
                BigFraction.of(network.profile().soma().window()),
                BigFraction.ONE);
        List<LayerRun> layers = new ArrayList<>();
        int[][] heard = x;
        for (int l = 1; l <= network.shape().layers(); l++) {
            Synapses synapses = exact(network, l, 1 << WEIGHT_SHIFT);
            layers.add(soft ? SoftReset.of(neuron, synapses, heard) : LayerRun.of(neuron, synapses, heard));
            heard = layers.get(l - 1).s();
        }
        return layers;
    }

    private static boolean requireEqual(Gradient exact, int scale, RuleNetwork network, String where) {
        boolean any = false;
        for (int l = 1; l <= network.shape().layers(); l++) {
            Synapses layer = exact.layer(l);
            for (int i = 0; i < layer.post(); i++) {
                for (int j = 0; j <= layer.pre(); j++) {
                    BigFraction expected = j < layer.pre() ? layer.weights()[i][j] : layer.biases()[i];
                    long actual = network.gradients(l)[j * layer.post() + i];
                    assertEquals(expected.multiply(scale), BigFraction.of(actual), where + ", layer " + l);
                    any |= actual != 0 && l == 1;
                }
            }
        }
        return any;
    }

    @Test
    @Clause({"OTTT-1", "OTTT-2", "OTTT-3", "RULE-8"})
    void onlineThroughTime() {
        int moved = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Random random = new Random(seed);
            boolean soft = seed % 2 == 0;
            String name = soft ? "ottt-a-soft" : "ottt-a";
            Profile profile = wide(Rules.named(name), random, Map.of("error.function", "DIFFERENCE"));
            Map<String, Integer> given = Map.of("error.shift", 0, "path.shift", 0, "sum.bits", 28);
            RuleNetwork network = open(name, shape(random), profile, given, seed);
            int[][] x = RuleCases.spikes(random, STEPS, network.shape().inputs());
            int label = random.nextInt(network.shape().outputs());
            network.learn(0, SpikeTrain.of(x), label, org.biograd.fixedpoint.rule.frame.RuleObserver.NONE);
            List<LayerRun> layers = run(network, x, soft);
            int[][] s = layers.get(1).s();
            BigFraction[][] e = new BigFraction[STEPS][s[0].length];
            for (int t = 0; t < STEPS; t++) {
                for (int k = 0; k < e[t].length; k++) {
                    e[t][k] = BigFraction.of(4L * (s[t][k] - (k == label ? 1 : 0)));
                }
            }
            Gradient exact = OnlineThroughTime.of(layers, HALF, e);
            moved += requireEqual(exact, IMPULSE, network, name + ", draw " + seed) ? 1 : 0;
        }
        assertTrue(moved > DRAWS / 4, "hidden weights move in " + moved + " draws");
    }

    @Test
    @Clause({"DESIRE-1", "DESIRE-2", "DESIRE-3", "DESIRE-4", "RULE-8"})
    void desire() {
        int moved = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Random random = new Random(seed);
            boolean soft = seed % 2 == 0;
            String name = soft ? "desire" : "desire-hard";
            Profile profile = wide(Rules.named(name), random, Map.of());
            int hidden = random.nextInt(2000);
            Map<String, Integer> given = Map.of("desire.margin", 1, "desire.output", 1, "desire.hidden", hidden);
            RuleNetwork network = open(name, shape(random), profile, given, seed);
            int[][] x = RuleCases.spikes(random, STEPS, network.shape().inputs());
            int label = random.nextInt(network.shape().outputs());
            network.learn(0, SpikeTrain.of(x), label, org.biograd.fixedpoint.rule.frame.RuleObserver.NONE);
            Gradient exact = new DesireBackpropagation(STEPS - 1, 1, BigFraction.of(hidden))
                    .gradient(run(network, x, soft), HALF, label);
            moved += requireEqual(exact, IMPULSE, network, name + ", draw " + seed) ? 1 : 0;
        }
        assertTrue(moved > DRAWS / 4, "hidden weights move in " + moved + " draws");
    }

    @Test
    @Clause({"TTFS-1", "TTFS-2", "TTFS-3", "TTFS-4"})
    void firstSpikes() {
        int moved = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Random random = new Random(seed);
            Profile profile = wide(Rules.named("ttfs"), random, Map.of("weight.shift", "0"));
            int window = seed % 2 == 0 ? 1 + random.nextInt(40) : 4000;
            int bias = 1 + random.nextInt(Math.min(window, STEPS));
            Map<String, Integer> given = Map.of(
                    "ttfs.window",
                    window,
                    "ttfs.slope",
                    0,
                    "ttfs.bias",
                    bias,
                    "readout.shift",
                    4,
                    "path.shift",
                    0,
                    "error.bits",
                    14);
            RuleNetwork network = open("ttfs", shape(random), profile, given, seed);
            int[][] x = RuleCases.firstSpikes(random, STEPS, network.shape().inputs());
            int label = random.nextInt(network.shape().outputs());
            int[][] e = new int[1][];
            network.learn(0, SpikeTrain.of(x), label, (signal, l, t, values) -> {
                e[0] = signal.equals("e") ? ((int[]) values).clone() : e[0];
            });
            List<Synapses> synapses = new ArrayList<>();
            for (int l = 1; l <= 2; l++) {
                Synapses layer = exact(network, l, 1);
                BigFraction[] b = new BigFraction[layer.post()];
                for (int i = 0; i < b.length; i++) {
                    b[i] = layer.biases()[i].multiply(bias);
                }
                synapses.add(new Synapses(layer.weights(), b));
            }
            FirstSpikeTimes times =
                    new FirstSpikeTimes(synapses, List.of(BigFraction.of(STEPS), BigFraction.of(window)));
            BigFraction[] input = new BigFraction[network.shape().inputs()];
            for (int t = 0; t < STEPS; t++) {
                for (int j = 0; j < input.length; j++) {
                    input[j] = x[t][j] == 1 ? BigFraction.of(t) : input[j];
                }
            }
            BigFraction[] error = new BigFraction[e[0].length];
            for (int k = 0; k < error.length; k++) {
                error[k] = BigFraction.of(e[0][k]);
            }
            Gradient exact = times.gradient(times.run(input), error);
            List<Synapses> biased = new ArrayList<>();
            for (Synapses layer : exact.layers()) {
                BigFraction[] b = new BigFraction[layer.post()];
                for (int i = 0; i < b.length; i++) {
                    b[i] = layer.biases()[i].multiply(bias);
                }
                biased.add(new Synapses(layer.weights(), b));
            }
            moved += requireEqual(new Gradient(biased), 1, network, "draw " + seed) ? 1 : 0;
        }
        assertTrue(moved > DRAWS / 4, "hidden weights move in " + moved + " draws");
    }

    private record Feedback(RuleNetwork network, int[][] x, Map<String, int[]> shown, FeedbackRun run) {}

    private static Feedback feedback(String name, long seed, int phase) {
        Random random = new Random(seed);
        Map<String, String> more =
                Map.of("soma.threshold", "" + (128 << random.nextInt(4)), "weight.spread", "30", "error.fraction", "6");
        Profile profile = wide(Rules.named(name), random, more);
        Map<String, Integer> given = Map.of(
                "phase.steps",
                phase,
                "gradient.shift",
                0,
                "gradient.bits",
                24,
                "readout.shift",
                8,
                "recurrent.spread",
                0);
        RuleNetwork network = open(name, shape(random), profile, given, seed);
        int[][] x = RuleCases.spikes(random, STEPS, network.shape().inputs());
        int label = random.nextInt(network.shape().outputs());
        Map<String, int[]> shown = new HashMap<>();
        network.learn(0, SpikeTrain.of(x), label, (signal, l, t, values) -> {
            if (values instanceof int[] ints) {
                shown.put(signal, ints.clone());
            }
        });
        int size = network.shape().size(1);
        BigFraction[][] r = new BigFraction[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                r[i][j] = BigFraction.of(network.feedback(1)[j * size + i]).multiply(1 << WEIGHT_SHIFT);
            }
        }
        BigFraction threshold = BigFraction.of(profile.soma().threshold());
        BigFraction reset = name.equals("spide") ? threshold.multiply(2) : threshold;
        FeedbackRun run = FeedbackRun.of(r, exact(network, 1, 1 << WEIGHT_SHIFT), threshold, reset, x);
        return new Feedback(network, x, shown, run);
    }

    @Test
    @Clause({"SPIDE-1", "SPIDE-3", "SPIDE-5"})
    void spikingErrors() {
        int spiked = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Feedback drawn = feedback("spide", seed, 15);
            int[] counts = drawn.run.counts();
            boolean[] mask = drawn.run.maskOfCounts();
            BigFraction[] gradient = new BigFraction[counts.length];
            for (int i = 0; i < counts.length; i++) {
                assertEquals(counts[i], drawn.shown.get("c")[i], "count of neuron " + i + ", draw " + seed);
                assertEquals(mask[i] ? 1 : 0, drawn.shown.get("mask")[i], "mask of neuron " + i + ", draw " + seed);
                gradient[i] = BigFraction.of(drawn.shown.get("grad")[i]).divide(drawn.run.reset());
            }
            int[] beta = new ErrorEquation(drawn.run.recurrent(), mask, drawn.run.reset())
                    .spike(gradient, 15)
                    .count();
            for (int i = 0; i < beta.length; i++) {
                assertEquals(beta[i], drawn.shown.get("beta")[i], "beta of neuron " + i + ", draw " + seed);
                spiked += beta[i] != 0 ? 1 : 0;
            }
        }
        assertTrue(spiked > DRAWS / 4, spiked + " neurons had errors");
    }

    /**
     * Each sweep rounds by half a unit at most, and shrinks what two sweeps differ by to rho = 230 / 256 of it, in the
     * sum over the neurons. So they end up n / (1 - rho) apart at most, and the residuals add up to n / 2 more than rho
     * times that.
     */
    @Test
    @Clause({"IDE-1", "IDE-2"})
    void sweptErrors() {
        int swept = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Feedback drawn = feedback("ide", seed, 400);
            boolean[] mask = drawn.run.maskOfDrive();
            BigFraction[] beta = new BigFraction[mask.length];
            for (int i = 0; i < mask.length; i++) {
                assertEquals(mask[i] ? 1 : 0, drawn.shown.get("mask")[i], "mask of neuron " + i + ", draw " + seed);
                beta[i] = BigFraction.of(drawn.shown.get("beta")[i]);
            }
            BigFraction[] back = new ErrorEquation(drawn.run.recurrent(), mask, drawn.run.reset()).back(beta);
            BigFraction sum = BigFraction.ZERO;
            for (int i = 0; i < beta.length; i++) {
                BigFraction residual =
                        beta[i].subtract(back[i]).subtract(drawn.shown.get("grad")[i]);
                sum = sum.add(residual.abs());
                swept += back[i].isZero() ? 0 : 1;
            }
            BigFraction bound = ROUNDING_OF_SWEEPS.multiply(beta.length);
            assertTrue(sum.compareTo(bound) <= 0, "residuals add up to " + sum.doubleValue() + ", draw " + seed);
        }
        assertTrue(swept > DRAWS / 4, swept + " neurons had errors from others");
    }
}
