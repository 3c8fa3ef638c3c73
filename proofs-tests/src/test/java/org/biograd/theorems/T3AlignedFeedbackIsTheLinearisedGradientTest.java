package org.biograd.theorems;

import static org.biograd.theorems.Exactly.align;
import static org.biograd.theorems.Exactly.assertEqual;
import static org.biograd.theorems.Exactly.isZero;
import static org.biograd.theorems.Exactly.scaledRows;
import static org.biograd.theorems.Exactly.synapses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.BackpropagationThroughTime;
import org.biograd.reference.exact.ExactNetwork;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.NeuronModel;
import org.biograd.reference.exact.SampleRun;
import org.biograd.reference.exact.Synapses;
import org.biograd.spec.Clause;
import org.biograd.spec.TraceMode;

/**
 * In a hidden layer with aligned feedback the update is the gradient of sum_k e_k o_k, e the net error spikes, when all
 * layers above are replaced by their linear map on spike counts.
 */
@Domain(ExactCases.class)
@Domain(DomainContext.Global.class)
class T3AlignedFeedbackIsTheLinearisedGradientTest {

    @Property(tries = 500)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Clause({"ERR-4", "ERR-6", "LEARN-1", "NET-5"})
    void hiddenUpdateIsTheGradientThroughLinearLayers(@ForAll ExactCase drawn, @ForAll TraceMode mode) {
        Assume.that(drawn.layers() > 1);
        ExactNetwork network = drawn.network(mode);
        align(network);
        SampleRun run = network.learn(drawn.sample(), drawn.rightClass());
        BigFraction[] e = T2OutputLayerIsTheExactGradientTest.netErrorSpikes(run);
        Gradient update = run.gradient();
        boolean moved = false;
        for (int l = 1; l < drawn.layers(); l++) {
            Gradient gradient = BackpropagationThroughTime.of(linearAbove(run.layers(), l), e, mode);
            assertEqual(gradient.layer(l), update.layer(l), "update of hidden layer " + l + ", " + mode);
            moved |= !isZero(update.layer(l));
        }
        Statistics.collect(moved);
        Statistics.coverage(c -> c.check(true).percentage(p -> p >= 20));
    }

    @Property(tries = 300)
    @Clause("NET-5")
    void anyErrorThroughAlignedFeedbackIsTheGradientThroughLinearLayers(
            @ForAll ExactCase drawn, @ForAll TraceMode mode, @ForAll ExactCases.Errors errors) {
        Assume.that(drawn.layers() > 1);
        ExactNetwork network = drawn.network(mode);
        SampleRun run = network.learn(drawn.sample(), drawn.rightClass());
        BigFraction[] e = errors.vector(drawn.shape().outputs());
        for (int l = 1; l < drawn.layers(); l++) {
            Synapses eligibility = synapses(run.eligibilities().get(l - 1).last());
            Gradient gradient = BackpropagationThroughTime.of(linearAbove(run.layers(), l), e, mode);
            assertEqual(
                    gradient.layer(l),
                    scaledRows(times(network.aligned(l), e), eligibility),
                    "hidden layer " + l + ", " + mode);
        }
    }

    /** B e. */
    private static BigFraction[] times(BigFraction[][] feedback, BigFraction[] e) {
        BigFraction[] sum = new BigFraction[feedback.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = BigFraction.ZERO;
            for (int k = 0; k < e.length; k++) {
                sum[i] = sum[i].add(feedback[i][k].multiply(e[k]));
            }
        }
        return sum;
    }

    /** The recorded run, with every layer above a hidden one replaced by a linear one. */
    private static List<LayerRun> linearAbove(List<LayerRun> layers, int hidden) {
        List<LayerRun> replaced = new ArrayList<>(layers.subList(0, hidden));
        for (int l = hidden + 1; l <= layers.size(); l++) {
            replaced.add(
                    linear(layers.get(l - 1).synapses(), replaced.get(l - 2).s()));
        }
        return replaced;
    }

    /**
     * A layer that is linear to its derivative: it remembers nothing, never spikes, and its window of height 1 holds
     * all voltages it can have, so that one more unit of input is one more unit of output.
     */
    private static LayerRun linear(Synapses synapses, int[][] x) {
        BigFraction reach = BigFraction.ONE;
        for (int i = 0; i < synapses.post(); i++) {
            BigFraction sum = synapses.biases()[i].abs();
            for (BigFraction w : synapses.weights()[i]) {
                sum = sum.add(w.abs());
            }
            reach = reach.add(sum);
        }
        LayerRun run =
                LayerRun.of(new NeuronModel(BigFraction.ZERO, reach, reach.multiply(3), BigFraction.ONE), synapses, x);
        for (int t = 0; t < run.steps(); t++) {
            for (int i = 0; i < synapses.post(); i++) {
                assertEquals(0, run.s()[t][i]);
                assertEquals(BigFraction.ONE, run.g()[t][i]);
            }
        }
        return run;
    }
}
