package org.biograd.rule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.rule.Rules;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.rule.frame.Operations;
import org.biograd.fixedpoint.rule.frame.RuleNetwork;
import org.biograd.fixedpoint.rule.frame.RuleObserver;
import org.biograd.fixedpoint.rule.frame.RuleParameter;
import org.biograd.fixedpoint.rule.frame.RuleSettings;
import org.biograd.house.SpecText;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.train.ProfileOverrides;
import org.junit.jupiter.api.Test;

/** What all rules have in common. */
class RuleFrameTest {

    private static final Shape SHAPE = Shape.of(5, 4, 3);

    static Profile profile(LearningRule rule) {
        return ProfileOverrides.apply(Profiles.loihi(), rule.profile());
    }

    static RuleNetwork open(LearningRule rule) {
        return rule.open(SHAPE, profile(rule), RuleSettings.of(rule.parameters(), Map.of()), 3);
    }

    @Test
    @Clause("RULE-3")
    void parametersAreThoseOfTheText() {
        List<String> rows = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (LearningRule rule : Rules.all()) {
            for (RuleParameter p : rule.parameters()) {
                rows.add("| `" + rule.name() + "` | " + p.key() + " | " + p.low() + ".." + p.high() + " | "
                        + p.standard() + " |");
            }
            if (!rule.profile().isEmpty()) {
                StringBuilder text = new StringBuilder();
                new java.util.TreeMap<>(rule.profile())
                        .forEach((key, value) -> text.append(text.length() == 0 ? "" : ", ")
                                .append(key)
                                .append(" = ")
                                .append(value));
                keys.add("| `" + rule.name() + "` | " + text + " |");
            }
        }
        List<String> said = SpecText.clause("RULE-3")
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();
        rows.addAll(keys);
        assertEquals(String.join("\n", rows), String.join("\n", said), "the tables of RULE-3");
    }

    @Test
    @Clause("RULE-3")
    void parametersAreChecked() {
        LearningRule rule = Rules.named("ottt-a");
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> RuleSettings.of(rule.parameters(), Map.of("path.shift", 33)))
                .getMessage()
                .contains("path.shift: 33 is not within 0..32"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> RuleSettings.of(rule.parameters(), Map.of("nothing", 1)))
                .getMessage()
                .contains("no parameter 'nothing'"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Rules.named("sgd"))
                .getMessage()
                .contains("there is no rule 'sgd'; there are biograd, bptt"));
    }

    /** Every array that a network holds is a weight, a gradient, a draw, or a word that its card declares. */
    @Test
    @Clause("RULE-2")
    void noRuleHasAWordThatItDidNotDeclare() throws IllegalAccessException {
        Set<String> owners =
                Set.of("Synapses", "WeightUpdate", "Recurrent", "Shape", "Events", "Draws", "PhiloxBlocks");
        for (LearningRule rule : Rules.all()) {
            if (rule.name().equals("biograd")) {
                continue;
            }
            RuleNetwork network = open(rule);
            Set<Object> declared = Collections.newSetFromMap(new IdentityHashMap<>());
            for (int l = 1; l <= SHAPE.layers(); l++) {
                declared.addAll(network.state(l).arrays().values());
            }
            Set<String> found = new TreeSet<>();
            walk(network, owners, declared, Collections.newSetFromMap(new IdentityHashMap<>()), found);
            assertEquals(Set.of(), found, rule.name() + " holds words that no card declares");
        }
    }

    private static void walk(Object from, Set<String> owners, Set<Object> declared, Set<Object> seen, Set<String> found)
            throws IllegalAccessException {
        if (from == null || !seen.add(from)) {
            return;
        }
        Class<?> type = from.getClass();
        if (type.isArray()) {
            for (int i = 0; !type.getComponentType().isPrimitive() && i < Array.getLength(from); i++) {
                walk(Array.get(from, i), owners, declared, seen, found);
            }
            return;
        }
        if (!type.getName().startsWith("org.biograd") || owners.contains(type.getSimpleName())) {
            return;
        }
        for (Class<?> c = type; c != null && c.getName().startsWith("org.biograd"); c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
                    continue;
                }
                field.setAccessible(true);
                Object value = field.get(from);
                for (Object array : value instanceof Object[] many ? many : new Object[] {value}) {
                    boolean word = array instanceof int[] || array instanceof long[];
                    if (word && !declared.contains(array)) {
                        found.add(c.getSimpleName() + "." + field.getName());
                    }
                }
                walk(value, owners, declared, seen, found);
            }
        }
    }

    /** The frame moves no bit of BioGrad, and reads its gradient off right. */
    @Test
    @Clause({"RULE-1", "RULE-9"})
    void behindTheFrameBioGradIsItself() {
        for (String name : List.of("loihi", "wide")) {
            Profile profile = ProfileOverrides.apply(Profiles.shipped(name), Map.of("time.steps", "8"));
            LearningRule rule = Rules.named("biograd");
            RuleNetwork framed = rule.open(SHAPE, profile, RuleSettings.of(rule.parameters(), Map.of()), 11);
            Network plain = new Network(SHAPE, profile, 11);
            Random random = new Random(4);
            for (int n = 0; n < 30; n++) {
                SpikeTrain x = SpikeTrain.of(RuleCases.spikes(random, 8, 5));
                assertEquals(plain.predict(x), framed.predict(x));
                int label = random.nextInt(3);
                int[][] last = new int[4][];
                framed.learn(n, x, label, (signal, l, t, values) -> {
                    if (signal.equals("q")) {
                        last[2 * (l - 1)] = ((int[]) values).clone();
                    } else if (signal.equals("E")) {
                        last[2 * (l - 1) + 1] = ((int[]) values).clone();
                    }
                });
                for (int l = 1; l <= 2; l++) {
                    int[] q = last[2 * (l - 1)];
                    int[] e = last[2 * (l - 1) + 1];
                    long[] g = new long[e.length];
                    Arrays.setAll(g, s -> (long) q[s % q.length] * e[s]);
                    assertArrayEquals(g, framed.gradients(l), "G of layer " + l);
                }
                framed.update(RuleObserver.NONE);
                plain.learn(n, x, label, Observer.NONE);
                plain.update(Observer.NONE);
                if (n % 10 == 9) {
                    framed.sleep(n / 10);
                    plain.sleep(n / 10, Observer.NONE);
                }
            }
            assertEquals(Digest.of(plain), Digest.of(framed), name);
        }
    }

    /** Operations, counted a second time from what is shown. */
    @Test
    @Clause("RULE-6")
    void operationsAreCounted() {
        RuleNetwork network = open(Rules.named("ottt-a"));
        int steps = network.profile().time().steps();
        Map<String, Integer> nonzero = new HashMap<>();
        long[] expected = new long[1];
        Random random = new Random(8);
        int[][] x = RuleCases.spikes(random, steps, SHAPE.inputs());
        network.learn(0, SpikeTrain.of(x), 1, (signal, l, t, values) -> {
            if (signal.equals("z") || signal.equals("L")) {
                int count =
                        (int) Arrays.stream((int[]) values).filter(v -> v != 0).count();
                nonzero.put(signal + l, count);
            }
            if (signal.equals("A")) {
                expected[0] += (long) nonzero.get("z" + l) * nonzero.get("L" + l);
            }
        });
        Operations.Count products =
                network.operations().counts().get(new Operations.Key(Operations.Kind.PRODUCT, 8, 7));
        assertEquals(expected[0], products.done(), "L z with neither 0");
        int learning = steps - network.profile().time().softStart();
        assertEquals((long) learning * (SHAPE.synapses(1) + SHAPE.synapses(2)), products.dense(), "all L z");
        Operations.Count sums = network.operations().counts().get(new Operations.Key(Operations.Kind.ADDITION, 24, 0));
        assertEquals((long) steps * (SHAPE.synapses(1) + SHAPE.synapses(2)), sums.dense(), "all weights");
        assertTrue(sums.done() < sums.dense() && sums.done() > 0, "only spikes add weights");
        for (LearningRule rule : Rules.all()) {
            RuleNetwork any = open(rule);
            any.learn(0, SpikeTrain.of(quiet(any)), 0, RuleObserver.NONE);
            any.operations()
                    .counts()
                    .forEach((key, count) -> assertTrue(
                            count.done() <= count.dense() && count.done() >= 0,
                            rule.name() + ": " + key + " " + count.done() + " of " + count.dense()));
        }
    }

    private static int[][] quiet(RuleNetwork network) {
        int[][] x = new int[network.profile().time().steps()][network.shape().inputs()];
        Arrays.fill(x[x.length / 2], 1);
        return x;
    }

    /** Copies learn what the original learns; a second network of the same seed holds the same bits. */
    @Test
    @Clause("RULE-1")
    void copiesAreEqual() {
        for (LearningRule rule : Rules.all()) {
            RuleNetwork network = open(rule);
            network.learn(0, SpikeTrain.of(quiet(network)), 1, RuleObserver.NONE);
            network.update(RuleObserver.NONE);
            RuleNetwork copy = network.copy();
            assertEquals(Digest.of(network), Digest.of(copy), rule.name());
            for (RuleNetwork one : List.of(network, copy)) {
                one.learn(1, SpikeTrain.of(quiet(one)), 2, RuleObserver.NONE);
                one.update(RuleObserver.NONE);
            }
            assertEquals(Digest.of(network), Digest.of(copy), rule.name() + " after one more sample");
        }
    }

    @Test
    @Clause({"RULE-1", "RULE-10", "OTTT-4", "TTFS-1", "SPIDE-1"})
    void refusals() {
        refused("ottt-o", Map.of("update.batch", "2"), SHAPE, "update.batch: 2");
        Map<String, String> large = Map.of("update.batch", "65536", "update.hiddenMultiplier", "65535");
        refused("ttfs", large, SHAPE, Map.of("ttfs.window", 65_536, "error.bits", 14), "at most 62");
        Map<String, String> wide = Map.of(
                "weight.bits", "24", "weight.shift", "24", "error.learningBits", "14", "update.accumulatorBits", "48");
        refused("ottt-a", wide, SHAPE, "needs 63 bits; at most 62");
        refused("bptt", wide, SHAPE, Map.of("error.bits", 14), "needs 63 bits; at most 62");
        refused("ide", wide, SHAPE, Map.of("gradient.bits", 14), "needs 63 bits; at most 62");
        refused("ttfs", Map.of("error.function", "DIFFERENCE"), SHAPE, "only SOFTMAX");
        refused("spide", Map.of(), Shape.of(5, 4, 4, 3), "2 hidden layers");
        refused("ide", Map.of("soma.threshold", "16385"), SHAPE, "no power of two");
        RuleNetwork ttfs = open(Rules.named("ttfs"));
        int[][] twice = quiet(ttfs);
        twice[3][2] = 1;
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> ttfs.learn(0, SpikeTrain.of(twice), 0, RuleObserver.NONE))
                .getMessage()
                .contains("input 2 spikes at step 128 again"));
    }

    private static void refused(String name, Map<String, String> changes, Shape shape, String message) {
        refused(name, changes, shape, Map.of(), message);
    }

    private static void refused(
            String name, Map<String, String> changes, Shape shape, Map<String, Integer> given, String message) {
        LearningRule rule = Rules.named(name);
        Profile profile = ProfileOverrides.apply(profile(rule), changes);
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> rule.open(shape, profile, RuleSettings.of(rule.parameters(), given), 1));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
