package org.biograd.theorems;

import static org.biograd.theorems.Exactly.assertEqual;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.Synapses;
import org.biograd.reference.exact.rule.FirstSpikeTimes;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;

/** Times of first spikes with slope 1 are the activations of a network of rectified linear units. */
class T12FirstSpikesTest {

    private static final int DRAWS = 200;

    private record Drawn(FirstSpikeTimes network, BigFraction[] leads, FirstSpikeTimes.Run run, BigFraction[] e) {}

    /** @param longEnough whether no neuron is driven beyond its window */
    private static Drawn draw(long seed, boolean longEnough) {
        RuleDraws draws = new RuleDraws(seed);
        int hidden = draws.between(1, 2);
        List<Synapses> synapses = new ArrayList<>();
        List<BigFraction> windows = new ArrayList<>(List.of(draws.fraction(4, 8, 1)));
        int pre = draws.between(1, 4);
        BigFraction[] leads = draws.vector(pre, 0, 12, 3);
        BigFraction[] input = new BigFraction[pre];
        for (int j = 0; j < pre; j++) {
            input[j] = leads[j].isZero() ? null : windows.get(0).subtract(leads[j]);
        }
        for (int l = 0; l <= hidden; l++) {
            int post = draws.between(1, 4);
            synapses.add(draws.synapses(pre, post, -5, 7, 4));
            if (l < hidden) {
                windows.add(longEnough ? BigFraction.of(10_000) : draws.fraction(1, 12, 2));
            }
            pre = post;
        }
        FirstSpikeTimes network = new FirstSpikeTimes(synapses, windows);
        return new Drawn(network, leads, network.run(input), draws.vector(pre, -6, 6, 7));
    }

    /** max(0, W x + b), held to a window. */
    private static BigFraction[] rectified(Synapses synapses, BigFraction[] x, BigFraction most) {
        BigFraction[] y = linear(synapses, x);
        for (int i = 0; i < y.length; i++) {
            y[i] = y[i].signum() < 0 ? BigFraction.ZERO : y[i].compareTo(most) > 0 ? most : y[i];
        }
        return y;
    }

    private static BigFraction[] linear(Synapses synapses, BigFraction[] x) {
        BigFraction[] y = synapses.biases().clone();
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] = y[i].add(synapses.weights()[i][j].multiply(x[j]));
            }
        }
        return y;
    }

    @Property(tries = 300)
    @Clause({"TTFS-2", "TTFS-3"})
    void timesAreActivations(@ForAll long seed) {
        Drawn drawn = draw(seed, seed % 2 == 0);
        BigFraction[] x = drawn.leads;
        int top = drawn.network.synapses().size() - 1;
        for (int l = 0; l < top; l++) {
            x = rectified(
                    drawn.network.synapses().get(l), x, drawn.network.windows().get(l + 1));
            assertEqual(x, drawn.run.leads(l + 1), "x of layer " + (l + 1));
        }
        assertEqual(linear(drawn.network.synapses().get(top), x), drawn.run.potential(), "potentials");
    }

    /**
     * The gradient in times is that of the rectified network: the derivative along each weight, followed forward. With
     * windows that are long enough the secant of the network itself, where no unit switches, is that derivative too.
     */
    @Property(tries = 300)
    @Clause("TTFS-4")
    void theGradientIsThatOfTheRectifiedNetwork(@ForAll long seed) {
        Drawn drawn = draw(seed, true);
        Gradient gradient = drawn.network.gradient(drawn.run, drawn.e);
        for (int l = 0; l < drawn.network.synapses().size(); l++) {
            Synapses own = drawn.network.synapses().get(l);
            BigFraction[][] w = new BigFraction[own.post()][own.pre()];
            BigFraction[] b = new BigFraction[own.post()];
            for (int i = 0; i < own.post(); i++) {
                for (int j = 0; j < own.pre(); j++) {
                    w[i][j] = tangent(drawn, l, i, drawn.run.leads(l)[j]);
                }
                b[i] = tangent(drawn, l, i, BigFraction.ONE);
            }
            assertEqual(new Synapses(w, b), gradient.layer(l + 1), "layer " + (l + 1));
        }
    }

    private static BigFraction tangent(Drawn drawn, int l, int i, BigFraction x) {
        int top = drawn.network.synapses().size() - 1;
        BigFraction[] moved = new BigFraction[drawn.network.synapses().get(l).post()];
        Arrays.fill(moved, BigFraction.ZERO);
        moved[i] = x;
        for (int k = l; k < top; k++) {
            BigFraction[] active = drawn.run.leads(k + 1);
            for (int n = 0; n < moved.length; n++) {
                moved[n] = active[n].signum() > 0 ? moved[n] : BigFraction.ZERO;
            }
            Synapses next = drawn.network.synapses().get(k + 1);
            BigFraction[] zero = new BigFraction[next.post()];
            Arrays.fill(zero, BigFraction.ZERO);
            moved = linear(new Synapses(next.weights(), zero), moved);
        }
        BigFraction sum = BigFraction.ZERO;
        for (int k = 0; k < moved.length; k++) {
            sum = sum.add(drawn.e[k].multiply(moved[k]));
        }
        return sum;
    }

    /** A window that begins with the input's, not after it; and an error that passes silent neurons. */
    @Test
    void twoWrongFormsAreCaught() {
        int window = 0;
        int mask = 0;
        for (long seed = 0; seed < DRAWS; seed++) {
            Drawn drawn = draw(seed, true);
            Synapses first = drawn.network.synapses().get(0);
            // The leads of a layer whose window opens one step early: the inputs' last step is missing.
            BigFraction[] early = Arrays.stream(drawn.leads)
                    .map(x -> x.compareTo(BigFraction.ONE) < 0 ? BigFraction.ZERO : x.subtract(1))
                    .toArray(BigFraction[]::new);
            BigFraction most = drawn.network.windows().get(1);
            window += Arrays.equals(rectified(first, early, most), drawn.run.leads(1)) ? 0 : 1;
            BigFraction[] all = new BigFraction[first.post()];
            Arrays.fill(all, BigFraction.ONE);
            List<BigFraction[]> times = new ArrayList<>(drawn.run.times());
            times.set(1, all);
            FirstSpikeTimes.Run awake = new FirstSpikeTimes.Run(times, drawn.run.ends(), drawn.run.potential());
            Synapses right = drawn.network.gradient(drawn.run, drawn.e).layer(1);
            mask += T10OnlineThroughTimeTest.same(
                            right, drawn.network.gradient(awake, drawn.e).layer(1))
                    ? 0
                    : 1;
        }
        assertTrue(window > DRAWS / 4, "a wrong window was caught " + window + " times");
        assertTrue(mask > DRAWS / 4, "errors of silent neurons were caught " + mask + " times");
    }
}
