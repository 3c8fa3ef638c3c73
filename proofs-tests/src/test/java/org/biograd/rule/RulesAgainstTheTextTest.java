package org.biograd.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.RuleNetwork;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule computes, bit for bit, what a model written from the text does; on words that round and saturate. */
class RulesAgainstTheTextTest {

    private static final int DRAWS = 200;
    private static final int SAMPLES = 3;

    @ParameterizedTest
    @CsvSource({"ottt-a", "ottt-a-soft", "ottt-o", "desire", "desire-hard", "bptt"})
    @Clause({
        "RULE-1",
        "RULE-2",
        "RULE-7",
        "RULE-8",
        "RULE-9",
        "OTTT-1",
        "OTTT-2",
        "OTTT-3",
        "OTTT-4",
        "DESIRE-1",
        "DESIRE-2",
        "DESIRE-3",
        "DESIRE-4",
        "BPTT-1",
        "BPTT-2",
        "BPTT-3"
    })
    void spikingRules(String name) {
        int moved = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Random random = new Random(seed);
            int[] sizes = RuleCases.sizes(random, 3);
            Profile profile = RuleCases.profile(seed, name);
            Map<String, Integer> parameters = RuleCases.parameters(random, name, profile);
            RuleNetwork network = open(name, sizes, profile, parameters, seed);
            SpikingRuleModel model =
                    new SpikingRuleModel(sizes, profile, network.settings().values(), seed);
            String where = name + ", draw " + seed;
            int[] first = network.weights(1).clone();
            for (int n = 0; n < SAMPLES; n++) {
                int[][] x = RuleCases.spikes(random, profile.time().steps(), sizes[0]);
                int label = random.nextInt(sizes[sizes.length - 1]);
                assertEquals(model.predict(x), network.predict(SpikeTrain.of(x)), where + ", prediction " + n);
                network.learn(n, SpikeTrain.of(x), label, RuleObserver.NONE);
                if (name.startsWith("ottt")) {
                    model.ottt(n, x, label, name.equals("ottt-o"));
                } else if (name.startsWith("desire")) {
                    model.desire(n, x, label);
                } else {
                    model.bptt(n, x, label);
                }
                requireDeclared(network, where);
                if ((n + 1) % profile.update().batch() == 0) {
                    network.update(RuleObserver.NONE);
                    if (!name.equals("ottt-o")) {
                        model.update(n);
                    }
                }
                requireSame(model.weights(), network, where + ", sample " + n);
            }
            moved += Arrays.equals(first, network.weights(1)) ? 0 : 1;
        }
        assertTrue(moved > DRAWS / 10, name + ": weights of layer 1 moved in " + moved + " of " + DRAWS + " draws");
    }

    @ParameterizedTest
    @CsvSource({"ttfs", "spide", "ide"})
    @Clause({
        "RULE-9", "RULE-10", "TTFS-1", "TTFS-2", "TTFS-3", "TTFS-4", "SPIDE-1", "SPIDE-2", "SPIDE-3", "SPIDE-4",
        "SPIDE-5", "SPIDE-6", "SPIDE-7", "SPIDE-8", "SPIDE-9", "IDE-1", "IDE-2"
    })
    void rulesWithPotentials(String name) {
        int moved = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Random random = new Random(seed);
            int[] sizes = name.equals("ttfs")
                    ? RuleCases.sizes(random, 3)
                    : new int[] {1 + random.nextInt(4), 1 + random.nextInt(4), 1 + random.nextInt(4)};
            Profile profile = RuleCases.profile(seed, name);
            Map<String, Integer> parameters = RuleCases.parameters(random, name, profile);
            RuleNetwork network = open(name, sizes, profile, parameters, seed);
            PotentialRuleModel model = new PotentialRuleModel(
                    name, sizes, profile, network.settings().values(), seed);
            String where = name + ", draw " + seed;
            int[] first = network.weights(1).clone();
            for (int n = 0; n < SAMPLES; n++) {
                int steps = profile.time().steps();
                int[][] x = name.equals("ttfs")
                        ? RuleCases.firstSpikes(random, steps, sizes[0])
                        : RuleCases.spikes(random, steps, sizes[0]);
                int label = random.nextInt(sizes[sizes.length - 1]);
                assertEquals(model.predict(x), network.predict(SpikeTrain.of(x)), where + ", prediction " + n);
                network.learn(n, SpikeTrain.of(x), label, RuleObserver.NONE);
                if (name.equals("ttfs")) {
                    model.ttfs(n, x, label);
                } else {
                    model.equilibrium(n, x, label);
                }
                requireDeclared(network, where);
                if ((n + 1) % profile.update().batch() == 0) {
                    network.update(RuleObserver.NONE);
                    model.update(n);
                }
                requireSame(model.weights(), network, where + ", sample " + n);
                if (model.recurrent() != null) {
                    assertArrayEquals(flat(model.recurrent()), network.feedback(1), where + ", R, sample " + n);
                }
            }
            moved += Arrays.equals(first, network.weights(1)) ? 0 : 1;
        }
        assertTrue(moved > DRAWS / 10, name + ": weights of layer 1 moved in " + moved + " of " + DRAWS + " draws");
    }

    private static RuleNetwork open(
            String name, int[] sizes, Profile profile, Map<String, Integer> parameters, long seed) {
        LearningRule rule = Rules.named(name);
        RuleSettings settings = RuleSettings.of(rule.parameters(), new HashMap<>(parameters));
        return rule.open(Shape.of(sizes), profile, settings, seed);
    }

    private static void requireDeclared(RuleNetwork network, String where) {
        for (int l = 1; l <= network.shape().layers(); l++) {
            assertEquals(List.of(), network.state(l).violations(), where + ", layer " + l);
        }
    }

    private static void requireSame(BigInteger[][][] expected, RuleNetwork network, String where) {
        for (int l = 1; l <= network.shape().layers(); l++) {
            assertArrayEquals(flat(expected[l]), network.weights(l), where + ", weights of layer " + l);
        }
    }

    private static int[] flat(BigInteger[][] rows) {
        return Arrays.stream(rows)
                .flatMap(Arrays::stream)
                .mapToInt(BigInteger::intValueExact)
                .toArray();
    }
}
