package org.biograd.theorems;

import static org.biograd.theorems.Exactly.assertEqual;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.Synapses;
import org.biograd.reference.exact.rule.DesireBackpropagation;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;

/** The sums of desire backpropagation are eligibilities with the spike in the gate's place. */
class T11DesireTest {

    private static final int DRAWS = 200;

    private record Drawn(List<LayerRun> layers, BigFraction decay, List<DesireBackpropagation.Layer> learned) {}

    private static Drawn draw(long seed) {
        RuleDraws draws = new RuleDraws(seed);
        BigFraction decay = draws.decay();
        int steps = draws.between(2, 8);
        int hidden = draws.between(0, 2);
        List<LayerRun> layers = draws.run(hidden, steps, seed % 3 != 0, draws.neuron(decay), null);
        int label = draws.between(0, layers.get(hidden).synapses().post() - 1);
        DesireBackpropagation rule =
                new DesireBackpropagation(steps - draws.between(0, 1), draws.between(0, 1), draws.fraction(0, 8, 8));
        return new Drawn(layers, decay, rule.of(layers, decay, label));
    }

    /** The layer alone, with the spike where the gate would be. */
    private static LayerRun spikeAsGate(LayerRun run) {
        BigFraction[][] g = new BigFraction[run.steps()][];
        for (int t = 0; t < g.length; t++) {
            g[t] = Arrays.stream(run.s()[t]).mapToObj(BigFraction::of).toArray(BigFraction[]::new);
        }
        return new LayerRun(run.neuron(), run.synapses(), run.x(), run.v(), run.s(), g);
    }

    private static Synapses gradient(LayerRun run, int[] direction) {
        BigFraction[] e = Arrays.stream(direction).mapToObj(BigFraction::of).toArray(BigFraction[]::new);
        BigFraction[][] all = new BigFraction[run.steps()][];
        Arrays.fill(all, e);
        return new Tangents(List.of(run), all, true).of(0);
    }

    @Property(tries = 300)
    @Clause("DESIRE-1")
    void theSumIsTheGradientOfTheSpikeCount(@ForAll long seed) {
        Drawn drawn = draw(seed);
        for (int l = 0; l < drawn.layers.size(); l++) {
            LayerRun run = spikeAsGate(drawn.layers.get(l));
            int[] ones = new int[run.synapses().post()];
            Arrays.fill(ones, 1);
            assertEqual(gradient(run, ones), drawn.learned.get(l).sums(), "S of layer " + (l + 1));
        }
    }

    @Property(tries = 300)
    @Clause({"DESIRE-2", "DESIRE-3", "DESIRE-4"})
    void theStepIsThatOfTernaryErrors(@ForAll long seed) {
        Drawn drawn = draw(seed);
        for (int l = 0; l < drawn.layers.size(); l++) {
            DesireBackpropagation.Layer learned = drawn.learned.get(l);
            assertTrue(Arrays.stream(learned.direction()).allMatch(d -> d >= -1 && d <= 1), "ternary");
            LayerRun run = spikeAsGate(drawn.layers.get(l));
            assertEqual(gradient(run, learned.direction()), learned.step(), "step of layer " + (l + 1));
            int[] counts = run.counts();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    // What the paper calls desired cannot wake a neuron that never spikes.
                    assertEquals(BigFraction.ZERO, learned.step().biases()[i], "a silent neuron is never changed");
                }
            }
        }
    }

    /** The gate itself in the spike's place; and a trace that is read before the spikes of its own step. */
    @Test
    void twoWrongSumsAreNoGradient() {
        int gate = 0;
        int late = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = draw(seed);
            LayerRun run = spikeAsGate(drawn.layers.get(0));
            int[] ones = new int[run.synapses().post()];
            Arrays.fill(ones, 1);
            Synapses right = gradient(run, ones);
            gate += T10OnlineThroughTimeTest.same(right, gradient(drawn.layers.get(0), ones)) ? 0 : 1;
            int[][] x = new int[run.steps()][];
            for (int t = 0; t < x.length; t++) {
                x[t] = t == 0 ? new int[run.synapses().pre()] : run.x()[t - 1];
            }
            late += T10OnlineThroughTimeTest.same(
                            right,
                            gradient(new LayerRun(run.neuron(), run.synapses(), x, run.v(), run.s(), run.g()), ones))
                    ? 0
                    : 1;
        }
        assertTrue(gate > DRAWS / 4, "the gate for the spike was caught " + gate + " times");
        assertTrue(late > DRAWS / 4, "a late trace was caught " + late + " times");
    }
}
