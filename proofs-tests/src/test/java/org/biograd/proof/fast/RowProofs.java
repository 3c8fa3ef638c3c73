package org.biograd.proof.fast;

import static org.biograd.proof.term.Terms.*;

import org.biograd.fixedpoint.ErrorDendrite;
import org.biograd.fixedpoint.Synapses;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.step.Given;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;
import org.biograd.spec.Signal;

/** Sums that leave out what is 0: equal to those of the plain form, which adds everything. */
final class RowProofs {

    private static final String FAST = "fixedpoint/src/main/java/org/biograd/fixedpoint/fast/";
    private static final Class<?> ROWS = Scene.type("fixedpoint.fast.GatheredRows");
    private static final Class<?> SPARSE = Scene.type("fixedpoint.fast.SparseErrors");

    private RowProofs() {}

    @Proof(
            clauses = "SOMA-1",
            says = "GatheredRows.add, four rows in a pass and the others one by one, and Synapses.sum add the rows of"
                    + " the neurons that spike, each once, in words of 32 and of 64 bits: PROF-2 has every sum fit 32",
            inputs = "the last 0 to 6 of 6 rows spike; every weight of 24 bits")
    @Planted(
            value = "the fourth row of a pass is left out",
            in = FAST + "GatheredRows.java",
            right = "sum[i] += a[i] + b[i] + c[i] + d[i];",
            wrong = "sum[i] += a[i] + b[i] + c[i];")
    static void gathered(Scene s) {
        int pre = 6;
        Term[] weight = new Term[pre + 1];
        Object[] row = new Object[pre];
        for (int j = 0; j <= pre; j++) {
            weight[j] = s.within("w" + j, 32, 1 - (1 << 23), (1 << 23) - 1);
            if (j < pre) {
                row[j] = Given.ints(weight[j]);
            }
        }
        Term one = constant(1, 32);
        Instance rows = s.object(ROWS, "post", one, "row", Array.of('L', row));
        Instance synapses = s.object(
                Synapses.class, "pre", constant(pre, 32), "post", one, "weight", Array.ints((Object[]) weight));
        for (int spikes = pre; spikes >= 0; spikes--) {
            Term[] x = new Term[pre + 1];
            Term[] neuron = new Term[pre];
            java.util.Arrays.fill(neuron, Given.zero());
            int count = 0;
            Term words = weight[pre];
            Term exact = signExtend(weight[pre], 64);
            for (int j = 0; j < pre; j++) {
                boolean spiked = j >= pre - spikes;
                x[j] = constant(spiked ? 1 : 0, 32);
                if (spiked) {
                    neuron[count++] = constant(j, 32);
                    words = add(words, weight[j]);
                    exact = add(exact, signExtend(weight[j], 64));
                }
            }
            x[pre] = one;
            Array sum = Given.ints(weight[pre]);
            s.callFor(ROWS, "add", rows, sum, Given.ints(neuron), constant(count, 32));
            Array plain = (Array) s.callFor(Synapses.class, "sum", synapses, Given.ints(x));
            s.prove(eq(sum.term(0), words));
            s.prove(eq(plain.term(0), exact));
            s.follows(eq(signExtend(sum.term(0), 64), plain.term(0)));
        }
    }

    @Proof(
            clauses = {"ERR-6", "OBS-2"},
            says = "SparseErrors.read and addTo leave in D, and count, what ErrorDendrite.receive does",
            inputs = "every net spike of 2 outputs, every feedback weight of 24 bits, every D and width that PROF-1"
                    + " admits")
    @Planted(
            value = "the sign of the error spike is forgotten",
            in = FAST + "SparseErrors.java",
            right = "sum += net[k] * feedback",
            wrong = "sum += net[k] * net[k] * feedback")
    static void sparseErrors(Scene s) {
        Term bits = s.within("error.dendriteBits", 32, 2, 31);
        Term before = s.any("D", 32);
        s.given(org.biograd.proof.step.Clauses.holds(before, bits));
        Term[] feedback = new Term[2];
        for (int k = 0; k < feedback.length; k++) {
            feedback[k] = s.within("B" + k, 32, 1 - (1 << 23), (1 << 23) - 1);
        }
        for (int pattern = 0; pattern < 9; pattern++) {
            Term[] net = new Term[2];
            for (int k = 0, rest = pattern; k < 2; k++, rest /= 3) {
                net[k] = constant(rest % 3 - 1, 32);
            }
            Instance sparse = s.object(SPARSE, "output", Given.ints(Given.zero(), Given.zero()), "count", Given.zero());
            sparse.fields().put("net", null);
            Array[] value = {Given.ints(before), Given.ints(before)};
            Instance[] events = {Given.events(s), Given.events(s)};
            Instance[] dendrite = new Instance[2];
            for (int i = 0; i < 2; i++) {
                dendrite[i] =
                        s.object(ErrorDendrite.class, "dendriteBits", bits, "events", events[i], "value", value[i]);
            }
            s.callFor(SPARSE, "read", sparse, Given.ints(net));
            s.callFor(SPARSE, "addTo", sparse, dendrite[0], Given.ints(feedback));
            s.callFor(ErrorDendrite.class, "receive", dendrite[1], Given.ints(feedback), Given.ints(net));
            Term plain = s.call(ErrorDendrite.class, "sum", Given.ints(feedback), Given.zero(), Given.ints(net));
            Term narrow = signExtend(sum(net, feedback), 64);
            if (plain != narrow) {
                s.name("sum." + pattern, plain, eq(plain, narrow));
            }
            s.prove(eq(value[0].term(0), value[1].term(0)));
            s.prove(eq(Given.count(events[0], Signal.DENDRITE), Given.count(events[1], Signal.DENDRITE)));
        }
    }

    /** What is added of the outputs that spike an error, in 32 bits. */
    private static Term sum(Term[] net, Term[] feedback) {
        Term sum = Given.zero();
        for (int k = 0; k < net.length; k++) {
            sum = net[k] == Given.zero() ? sum : add(sum, mul(net[k], feedback[k]));
        }
        return sum;
    }
}
