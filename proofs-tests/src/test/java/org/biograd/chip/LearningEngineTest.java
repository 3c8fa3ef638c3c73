package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.biograd.loihi.Format;
import org.biograd.loihi.learning.LearningEngine;
import org.biograd.loihi.learning.LearningEpoch;
import org.biograd.loihi.learning.LearningFormats;
import org.biograd.loihi.learning.LearningRule;
import org.biograd.loihi.learning.LearningWords;
import org.biograd.loihi.learning.RuleLimits;
import org.biograd.loihi.learning.Variable;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine against the model, synapse by synapse. */
@Clause({"ENG-8", "ENG-9"})
class LearningEngineTest {

    private static final int PRE = 4;
    private static final int POST = 3;

    @Provide
    Arbitrary<List<LearningRule>> rules() {
        Arbitrary<LearningRule> rule = RandomRules.rules(RuleLimits.NORMATIVE);
        return Combinators.combine(rule, rule, rule, Arbitraries.of(1, 2, 3))
                .as((a, b, c, count) -> List.of(
                                new LearningRule(Variable.W, a.products()),
                                new LearningRule(Variable.D, b.products()),
                                new LearningRule(Variable.T, c.products()))
                        .subList(0, count));
    }

    @Provide
    Arbitrary<LearningFormats> formats() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 9),
                        Arbitraries.integers().between(2, 9),
                        Arbitraries.integers().between(2, 9),
                        Arbitraries.integers().between(1, 11),
                        Arbitraries.integers().between(0, 4))
                .as((w, d, t, fraction, room) -> new LearningFormats(
                        Format.signed(w, 0),
                        Format.signed(d, 0),
                        Format.signed(t, 0),
                        Format.signed(w + fraction + room, fraction)));
    }

    private static int largest(Variable variable, LearningFormats formats) {
        return switch (variable) {
            case W -> (int) formats.weight().max();
            case D -> (int) formats.secondTag().max();
            case T -> (int) formats.tag().max();
            case X0, Y0 -> 1;
            default -> 127;
        };
    }

    private static LearningWords randomWords(Random random, LearningFormats formats) {
        LearningWords words = new LearningWords(PRE, POST);
        for (Variable variable : Variable.values()) {
            int largest = largest(variable, formats);
            int smallest = variable.side() == Variable.Side.SYNAPTIC || variable == Variable.Q ? -largest : 0;
            int[] values = words.of(variable);
            for (int i = 0; i < values.length; i++) {
                int edge = random.nextInt(4);
                values[i] =
                        edge == 0 ? largest : edge == 1 ? smallest : random.nextInt(largest - smallest + 1) + smallest;
            }
        }
        return words;
    }

    private static Map<Variable, Integer> of(LearningWords words, int j, int i) {
        Map<Variable, Integer> seen = new EnumMap<>(Variable.class);
        for (Variable variable : Variable.values()) {
            int index = switch (variable.side()) {
                case PRESYNAPTIC -> j;
                case POSTSYNAPTIC -> i;
                case SYNAPTIC -> j * POST + i;
            };
            seen.put(variable, words.of(variable)[index]);
        }
        return seen;
    }

    // The arbitraries hold the edges that matter; combinations of all of them would be more than the tries.
    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void anyExecutionEqualsTheModel(
            @ForAll("rules") List<LearningRule> rules,
            @ForAll("formats") LearningFormats formats,
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 1024) int epoch) {
        LearningWords words = randomWords(random, formats);
        int fraction = formats.accumulator().fraction();
        int[] draws = random.ints(PRE * POST, 0, 1 << fraction).toArray();
        List<Map<Variable, Integer>> before = new ArrayList<>();
        for (int s = 0; s < PRE * POST; s++) {
            before.add(of(words, s / POST, s % POST));
        }
        boolean observed = random.nextBoolean();
        List<String> shown = new ArrayList<>();
        LearningEngine engine = new LearningEngine(words, formats, rules);
        if (observed) {
            engine.run(epoch, s -> draws[s], (target, s, value) -> shown.add(target + " " + s + " " + value));
        } else {
            engine.run(epoch, s -> draws[s]);
        }
        int held = 0;
        for (int s = 0; s < PRE * POST; s++) {
            LearningModel model = new LearningModel(before.get(s), epoch);
            Map<Variable, Integer> expected = before.get(s);
            for (LearningRule rule : rules) {
                int bits = (rule.target() == Variable.W
                                ? formats.weight()
                                : rule.target() == Variable.D ? formats.secondTag() : formats.tag())
                        .bits();
                boolean weight = rule.target() == Variable.W;
                int accumulatorBits = weight ? formats.accumulator().bits() : bits;
                int ofTarget = weight ? fraction : 0;
                if (observed) {
                    String line = rule.target() + " " + s + " " + model.accumulator(rule, accumulatorBits, ofTarget);
                    assertTrue(shown.contains(line), line);
                    held++;
                }
                expected.put(
                        rule.target(),
                        model.moved(rule, accumulatorBits, ofTarget, bits, draws[s])
                                .intValueExact());
            }
            assertEquals(expected, of(words, s / POST, s % POST), "synapse " + s + " by " + rules);
        }
        assertEquals(held, shown.size());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfProductsChangesNothing(@ForAll("rules") List<LearningRule> rules, @ForAll Random random) {
        List<LearningRule> shuffled = new ArrayList<>();
        for (LearningRule rule : rules) {
            var products = new ArrayList<>(rule.products());
            Collections.shuffle(products, random);
            shuffled.add(new LearningRule(rule.target(), products));
        }
        Collections.shuffle(shuffled, random);
        long seed = random.nextLong();
        LearningWords one = randomWords(new Random(seed), LearningFormats.LOIHI);
        LearningWords other = randomWords(new Random(seed), LearningFormats.LOIHI);
        new LearningEngine(one, LearningFormats.LOIHI, rules).run(1, s -> 40 + s);
        new LearningEngine(other, LearningFormats.LOIHI, shuffled).run(1, s -> 40 + s);
        for (Variable variable : Variable.values()) {
            assertArrayEquals(one.of(variable), other.of(variable), variable.symbol());
        }
    }

    @Test
    @Clause("ENG-10")
    void epochsEndAndCount() {
        LearningEpoch epoch = new LearningEpoch(3);
        StringBuilder ends = new StringBuilder();
        for (int step = 0; step < 12; step++) {
            ends.append(
                    epoch.endsWith(step)
                            ? epoch.number(step) + (LearningEpoch.counts(1, epoch.number(step)) ? "!" : "")
                            : "-");
        }
        assertEquals("--1--2!--3--4!", ends.toString());
        assertTrue(new LearningEpoch(1).endsWith(0) && new LearningEpoch(63).endsWith(62));
        for (int length : new int[] {0, -1, 64}) {
            assertEquals(
                    "length: " + length + "; 1..63 steps are needed",
                    assertThrows(IllegalArgumentException.class, () -> new LearningEpoch(length))
                            .getMessage());
        }
        for (int k = 0; k <= 9; k++) {
            for (long number = 1; number <= 2048; number++) {
                assertEquals(number % (1L << k) == 0, LearningEpoch.counts(k, number));
            }
        }
    }

    /** Draws are asked for where something is cut off, and for nothing else. */
    @Test
    @Clause("ENG-4")
    void drawsAreOneASynapse() {
        LearningWords words = new LearningWords(2, 2);
        int[] x1 = words.of(Variable.X1);
        x1[0] = 1;
        x1[1] = 2;
        List<Integer> asked = new ArrayList<>();
        LearningEngine engine =
                new LearningEngine(words, LearningFormats.LOIHI, List.of(LearningRule.parse("2^-1*u0*x1")));
        engine.run(1, s -> {
            asked.add(s);
            return s == 0 ? 63 : 64;
        });
        assertEquals(List.of(0, 1), asked);
        assertArrayEquals(new int[] {1, 0, 1, 1}, words.of(Variable.W));
    }

    @Test
    @Clause("ENG-8")
    void whatIsSubtractedIsFlooredFirst() {
        LearningWords words = new LearningWords(1, 1);
        words.of(Variable.Q)[0] = 1;
        words.of(Variable.T)[0] = 1;
        List<Long> accumulators = new ArrayList<>();
        for (String rule : List.of("-2^-11*u0*q*t", "2^-11*u0*q*t", "2^-11*u0*(q-2)*t")) {
            new LearningEngine(words, LearningFormats.LOIHI, List.of(LearningRule.parse(rule)))
                    .run(1, s -> 127, (target, s, value) -> accumulators.add(value));
        }
        assertEquals(List.of(0L, 0L, -1L), accumulators);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 9 | 9 | 16 | 7 | bits: 1",
                "10 | 9 | 9 | 17 | 7 | weight: s10.0; a signed format of 2..9 bits without fraction is needed",
                "9 | 9 | 10 | 16 | 7 | tag: s10.0",
                "9 | 10 | 9 | 16 | 7 | secondTag: s10.0",
                "9 | 9 | 9 | 15 | 7 | accumulator: s15.7; a signed format of 16..24 bits with 1..11 fraction bits is "
                        + "needed for weights of s9.0",
                "9 | 9 | 9 | 16 | 0 | accumulator: s16.0",
                "9 | 9 | 9 | 24 | 12 | accumulator: s24.12",
                "9 | 9 | 9 | 25 | 7 | accumulator: s25.7",
            })
    @Clause("ENG-1")
    void formatsThatDoNotFitAreRefused(int w, int d, int t, int accumulator, int fraction, String message) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new LearningFormats(
                        Format.signed(w, 0),
                        Format.signed(d, 0),
                        Format.signed(t, 0),
                        Format.signed(accumulator, fraction)));
        assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
    }

    @Test
    @Clause("ENG-7")
    void twoRulesForOneVariableAreRefused() {
        LearningRule rule = LearningRule.parse("x0");
        assertEquals(
                "rules: two for w; one sum is needed",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new LearningEngine(
                                        new LearningWords(1, 1), LearningFormats.LOIHI, List.of(rule, rule)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new LearningWords(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new LearningWords(1 << 16, 1 << 15));
        assertThrows(IllegalArgumentException.class, () -> new LearningRule(Variable.X1, rule.products()));
        assertThrows(IllegalArgumentException.class, () -> new LearningRule(Variable.W, List.of()));
    }

    @Test
    void anExecutionAllocatesNothing() {
        LearningWords words = randomWords(new Random(7), LearningFormats.LOIHI);
        LearningEngine engine = new LearningEngine(
                words,
                LearningFormats.LOIHI,
                List.of(
                        LearningRule.parse("dt = 2^-5*y0*x1 - 2^-1*u3*t"),
                        LearningRule.parse("dw = -2^-11*u0*q*t + x0*sgn(w-3)*(y1-4)")));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 5; run++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int epoch = 1; epoch <= 100; epoch++) {
                engine.run(epoch, s -> 5);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }
}
