package org.biograd.theorems;

import static org.biograd.theorems.Exactly.assertEqual;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.Synapses;
import org.biograd.reference.exact.rule.OnlineThroughTime;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;

/** OTTT_A is the surrogate gradient of a graph in which only the layer in question remembers. */
class T10OnlineThroughTimeTest {

    private static final int DRAWS = 200;

    private record Drawn(List<LayerRun> layers, BigFraction decay, BigFraction[][] e) {}

    private static Drawn draw(long seed, int hidden, int steps, BigFraction decay, BigFraction topDecay) {
        RuleDraws draws = new RuleDraws(seed);
        List<LayerRun> layers = draws.run(hidden, steps, seed % 2 == 0, draws.neuron(decay), topDecay);
        int outputs = layers.get(hidden).synapses().post();
        return new Drawn(layers, decay, draws.matrix(steps, outputs, -7, 7, 3));
    }

    private static Drawn draw(long seed) {
        RuleDraws draws = new RuleDraws(~seed);
        return draw(seed, draws.between(0, 2), draws.between(1, 8), draws.decay(), null);
    }

    @Property(tries = 300)
    @Clause({"OTTT-1", "OTTT-2", "OTTT-3"})
    void onlyTheLayerItselfRemembers(@ForAll long seed) {
        Drawn drawn = draw(seed);
        Gradient step = OnlineThroughTime.of(drawn.layers, drawn.decay, drawn.e);
        Tangents truncated = new Tangents(drawn.layers, drawn.e, false);
        for (int l = 0; l < drawn.layers.size(); l++) {
            assertEqual(truncated.of(l), step.layer(l + 1), "layer " + (l + 1));
        }
    }

    @Property(tries = 300)
    @Clause("OTTT-3")
    void theOutputLayerHasTheWholeGradient(@ForAll long seed) {
        Drawn drawn = draw(seed);
        int top = drawn.layers.size();
        Gradient step = OnlineThroughTime.of(drawn.layers, drawn.decay, drawn.e);
        assertEqual(new Tangents(drawn.layers, drawn.e, true).of(top - 1), step.layer(top), "outputs");
    }

    /** One step, or no memory at all, or one hidden layer under outputs without memory. */
    @Property(tries = 300)
    @Clause({"OTTT-2", "OTTT-3"})
    void whereNothingAboveRemembersItIsTheWholeGradient(@ForAll long seed) {
        RuleDraws draws = new RuleDraws(~seed);
        int which = draws.between(0, 2);
        int hidden = which == 2 ? 1 : draws.between(1, 2);
        Drawn drawn = draw(
                seed,
                hidden,
                which == 0 ? 1 : draws.between(2, 8),
                which == 1 ? BigFraction.ZERO : draws.decay(),
                which == 2 ? BigFraction.ZERO : null);
        Gradient step = OnlineThroughTime.of(drawn.layers, drawn.decay, drawn.e);
        Tangents whole = new Tangents(drawn.layers, drawn.e, true);
        for (int l = 0; l < hidden; l++) {
            assertEqual(whole.of(l), step.layer(l + 1), "layer " + (l + 1));
        }
    }

    /** Otherwise the two differ, and not seldom. */
    @Test
    void elsewhereItIsNot() {
        int differing = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            RuleDraws draws = new RuleDraws(~seed);
            Drawn drawn = draw(seed, 1, draws.between(4, 8), BigFraction.of(1, 2), null);
            Synapses step =
                    OnlineThroughTime.of(drawn.layers, drawn.decay, drawn.e).layer(1);
            differing += same(new Tangents(drawn.layers, drawn.e, true).of(0), step) ? 0 : 1;
        }
        assertTrue(differing > DRAWS / 4, differing + " of " + DRAWS + " hidden layers differ");
    }

    /** A bias without its trace, as in the authors' code; and an error that is not that of the step alone. */
    @Test
    void twoWrongRulesAreNoGradient() {
        int bias = 0;
        int error = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = draw(seed, 1, 6, BigFraction.of(1, 2), null);
            Synapses right = new Tangents(drawn.layers, drawn.e, false).of(1);
            bias += same(right, withoutBiasTrace(drawn)) ? 0 : 1;
            error += same(
                            right,
                            OnlineThroughTime.of(drawn.layers, drawn.decay, runningSums(drawn.e))
                                    .layer(2))
                    ? 0
                    : 1;
        }
        assertTrue(bias > DRAWS / 4, "a bias without a trace was caught " + bias + " times");
        assertTrue(error > DRAWS / 4, "errors that are added up were caught " + error + " times");
    }

    private static Synapses withoutBiasTrace(Drawn drawn) {
        Synapses step = OnlineThroughTime.of(drawn.layers, drawn.decay, drawn.e).layer(2);
        BigFraction[] biases = step.biases().clone();
        for (int k = 0; k < biases.length; k++) {
            biases[k] = BigFraction.ZERO;
            for (int t = 0; t < drawn.e.length; t++) {
                biases[k] =
                        biases[k].add(drawn.e[t][k].multiply(drawn.layers.get(1).g()[t][k]));
            }
        }
        return new Synapses(step.weights(), biases);
    }

    private static BigFraction[][] runningSums(BigFraction[][] e) {
        BigFraction[][] sums = new BigFraction[e.length][];
        for (int t = 0; t < e.length; t++) {
            sums[t] = e[t].clone();
            for (int k = 0; t > 0 && k < sums[t].length; k++) {
                sums[t][k] = sums[t][k].add(sums[t - 1][k]);
            }
        }
        return sums;
    }

    static boolean same(Synapses a, Synapses b) {
        return java.util.Arrays.deepEquals(a.weights(), b.weights()) && java.util.Arrays.equals(a.biases(), b.biases());
    }
}
