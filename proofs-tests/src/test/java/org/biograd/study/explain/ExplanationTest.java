package org.biograd.study.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.io.ProgressListener;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.explain.check.Evaluator;
import org.biograd.study.explain.check.Recalculation;
import org.biograd.train.ProfileOverrides;
import org.junit.jupiter.api.Test;

/** Explanations hold line by line, tell of every clause of a sample and a sleep, and are found out where they lie. */
class ExplanationTest {

    private static final Choice ALL = new Choice(List.of(), List.of(), 0, Integer.MAX_VALUE);

    private static final List<Map<String, String>> VARIANTS = List.of(
            Map.of(),
            Map.of("trace.mode", "DETACHED"),
            Map.of("trace.mode", "FULL", "error.function", "SOFTMAX"),
            Map.of("feedback.path", "LAYERWISE", "feedback.pathShift", "2"),
            Map.of("update.batch", "3", "error.rounding", "NEAREST_EVEN"),
            Map.of("update.halveEvery", "2", "trace.rounding", "TOWARD_ZERO"));

    private static RateCoded samples(int count, int inputs, long seed) {
        byte[][] intensities = new byte[count][inputs];
        for (int n = 0; n < count; n++) {
            for (int j = 0; j < inputs; j++) {
                intensities[n][j] = (byte) (60 + 37 * n + 81 * j);
            }
        }
        return new RateCoded(intensities, seed);
    }

    private static Explained sample(Profile profile, Shape shape, long seed, int number) {
        Network network = new Network(shape, profile, seed);
        return new ExplainRun(network, ALL)
                .ofTraining(number, samples(3, shape.inputs(), seed), new int[] {0, 1, 0}, ProgressListener.NONE);
    }

    @Test
    void everyLineOfEverySampleHolds() {
        Set<String> clauses = new TreeSet<>();
        int changed = 0;
        for (String name : Profiles.NAMES) {
            for (Map<String, String> variant : VARIANTS) {
                Profile profile = ProfileOverrides.apply(Profiles.shipped(name), variant);
                for (Shape shape : List.of(Shape.of(2, 2, 2), Shape.of(7, 6, 3, 5), Shape.of(3, 2))) {
                    for (int number = 0; number < 5; number++) {
                        List<Line> lines = sample(profile, shape, 3, number).lines();
                        assertEquals(List.of(), Recalculation.faults(lines), name + variant + shape + " " + number);
                        for (Line line : lines) {
                            clauses.add(line.clause());
                            changed += line.symbol().equals("dW") && line.value() != 0 ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertEquals(
                Set.of(
                        "DRAW-3", "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ERR-1", "ERR-2", "ERR-3", "ERR-4", "ERR-5",
                        "ERR-6", "ERR-7", "ERR-8", "ERR-9", "GATE-1", "LEARN-1", "LEARN-2", "LEARN-3", "OBS-1",
                        "SOMA-1", "SOMA-2", "SOMA-3", "SOMA-4"),
                clauses);
        assertTrue(changed > 100, "only " + changed + " weights changed: nothing was explained");
    }

    @Test
    void everyLineOfASleepHolds() {
        for (String name : Profiles.NAMES) {
            Network network = new Network(Shape.of(3, 3, 2, 2), Profiles.shipped(name), 4);
            for (int layer = 1; layer <= 2; layer++) {
                List<Line> lines =
                        new ExplainRun(network, ALL).sleepNow(7, layer).lines();
                assertEquals(List.of(), Recalculation.faults(lines), name);
                long moved =
                        lines.stream().filter(line -> line.symbol().equals("B")).count();
                assertEquals(layer == 1 ? 6 : 4, moved, name);
            }
        }
    }

    /** The last lines are what the network really did. */
    @Test
    void theChangesAreThoseOfTheNetwork() {
        Network network = new Network(Shape.of(2, 2, 2), Profiles.tiny(), 9);
        int[] before = network.weights(1).clone();
        Explained explained = new ExplainRun(network, ALL)
                .ofTraining(0, samples(3, 2, 9), new int[] {0, 1, 0}, ProgressListener.NONE);
        for (Line line : explained.lines()) {
            if (line.symbol().equals("dW") && line.place().layer() == 1) {
                int s = line.place().pre() * 2 + line.place().neuron();
                assertEquals(network.weights(1)[s] - before[s], line.value());
            }
        }
    }

    /** Each number of each line, moved by one, is found out. */
    @Test
    void aLineThatLiesIsFoundOut() {
        List<Line> lines = sample(Profiles.tiny(), Shape.of(2, 2, 2), 3, 1).lines();
        for (int n = 0; n < lines.size(); n++) {
            Line line = lines.get(n);
            assertFalse(
                    Recalculation.faults(with(lines, n, line, line.value() + 1, line.operands()))
                            .isEmpty(),
                    line.key());
        }
        int linked = 0;
        for (int n = 0; n < lines.size(); n++) {
            Line line = lines.get(n);
            for (int o = 0; o < line.operands().size(); o++) {
                Operand operand = line.operands().get(o);
                if (!operand.source().isEmpty()) {
                    List<Operand> operands = new ArrayList<>(line.operands());
                    operands.set(o, new Operand(operand.name(), operand.value() + 64, operand.source()));
                    assertFalse(
                            Recalculation.faults(with(lines, n, line, line.value(), operands))
                                    .isEmpty(),
                            line.key() + " " + operand.name());
                    linked++;
                }
            }
        }
        assertTrue(linked > 300, "only " + linked + " operands come from other lines");
    }

    private static List<Line> with(List<Line> lines, int n, Line line, long value, List<Operand> operands) {
        List<Line> changed = new ArrayList<>(lines);
        changed.set(
                n,
                new Line(
                        line.place(),
                        line.symbol(),
                        line.clause(),
                        line.formula(),
                        operands,
                        line.worked(),
                        value,
                        line.words()));
        return changed;
    }

    @Test
    void formulasAreReadAsTheTextMeansThem() {
        Map<String, BigInteger> names = Map.of("v", BigInteger.valueOf(-7), "w[2](t-1)", BigInteger.TEN);
        Map<String, Integer> expected = Map.ofEntries(
                Map.entry("2 + 3 * 4 - 1", 13),
                Map.entry("2^(-(-3)) * v", -56),
                Map.entry("decay(v, 2048)", -3),
                Map.entry("shift(v, 1, FLOOR)", -4),
                Map.entry("shift(v, 1, TOWARD_ZERO)", -3),
                Map.entry("shift(v, 1, AWAY_FROM_ZERO)", -4),
                Map.entry("shift(v, 1, NEAREST_EVEN)", -4),
                Map.entry("shift(v, 1, STOCHASTIC, 0)", -3),
                Map.entry("shift(v, 1, STOCHASTIC, 1)", -4),
                Map.entry("wrap(w[2](t-1), 4)", -6),
                Map.entry("saturate(w[2](t-1), 4)", 7),
                Map.entry("saturateUnsigned(v, 4)", 0),
                Map.entry("floor(v / 2) - [3 = 3]", -5),
                Map.entry("[abs(v - 1) < 8] + [v > 0]", 0),
                Map.entry("table(11) + table(12)", 1));
        expected.forEach(
                (formula, value) -> assertEquals(BigInteger.valueOf(value), Evaluator.of(formula, names), formula));
    }
}
