package org.biograd.theorems;

import static org.biograd.theorems.Exactly.assertEqual;
import static org.biograd.theorems.Exactly.scaledRows;
import static org.biograd.theorems.Exactly.synapses;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.BackpropagationThroughTime;
import org.biograd.reference.exact.ErrorFunctions;
import org.biograd.reference.exact.SampleRun;
import org.biograd.spec.Clause;
import org.biograd.spec.TraceMode;

/** In the output layer e_i E_ij is the gradient of sum_k e_k o_k, for any e, whatever is below. */
@Domain(ExactCases.class)
@Domain(DomainContext.Global.class)
class T2OutputLayerIsTheExactGradientTest {

    @Property(tries = 300)
    @Clause({"ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5"})
    void anyErrorTimesEligibilityIsTheGradient(
            @ForAll ExactCase drawn, @ForAll TraceMode mode, @ForAll ExactCases.Errors errors) {
        SampleRun run = drawn.network(mode).learn(drawn.sample(), drawn.rightClass());
        requireGradient(drawn, mode, run, errors.vector(drawn.shape().outputs()));
    }

    @Property(tries = 100)
    @Clause({"ERR-1", "ERR-2"})
    void theFinalErrorTimesEligibilityIsTheGradientOfTheCrossEntropy(@ForAll ExactCase drawn, @ForAll TraceMode mode) {
        // The cross-entropy's derivative with respect to o_k is softmax(o)_k - [k = label]: its gradient is that of
        // sum_k e_k o_k.
        SampleRun run = drawn.network(mode).learn(drawn.sample(), drawn.rightClass());
        int[] counts = run.counts()[drawn.steps() - 1];
        requireGradient(drawn, mode, run, ErrorFunctions.softmax(counts, drawn.rightClass(), ErrorFunctions.EXP));
    }

    @Property(tries = 200)
    @Clause({"ERR-5", "LEARN-1", "LEARN-3"})
    void theUpdateIsTheGradientOfTheNetErrorSpikes(@ForAll ExactCase drawn, @ForAll TraceMode mode) {
        var network = drawn.network(mode);
        var before = network.synapses(drawn.layers());
        SampleRun run = network.learn(drawn.sample(), drawn.rightClass());
        int last = drawn.layers();
        BigFraction[] net = netErrorSpikes(run);
        assertEqual(
                BackpropagationThroughTime.of(run.layers(), net, mode).layer(last),
                run.gradient().layer(last),
                "gradient");

        network.update(run.gradient());
        BigFraction rate = network.parameters().outputRate();
        for (int i = 0; i < net.length; i++) {
            for (int j = 0; j < before.pre(); j++) {
                BigFraction step = rate.multiply(net[i])
                        .multiply(run.eligibilities().get(last - 1).last()[i][j]);
                assertEqual(
                        new BigFraction[] {before.weights()[i][j].subtract(step)},
                        new BigFraction[] {network.synapses(last).weights()[i][j]},
                        "w");
            }
        }
    }

    static BigFraction[] netErrorSpikes(SampleRun run) {
        BigFraction[] net = new BigFraction[run.errors()[0].length];
        for (int k = 0; k < net.length; k++) {
            int sum = 0;
            for (int t = 0; t < run.errors().length; t++) {
                sum += run.errorNeurons().sp()[t][k] - run.errorNeurons().sn()[t][k];
            }
            net[k] = BigFraction.of(sum);
        }
        return net;
    }

    private static void requireGradient(ExactCase drawn, TraceMode mode, SampleRun run, BigFraction[] e) {
        int last = drawn.layers();
        assertEqual(
                BackpropagationThroughTime.of(run.layers(), e, mode).layer(last),
                scaledRows(e, synapses(run.eligibilities().get(last - 1).last())),
                "e E of the output layer, " + mode);
    }
}
