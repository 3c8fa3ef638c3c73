package org.biograd.theorems;

import static org.biograd.theorems.Exactly.align;
import static org.biograd.theorems.Exactly.assertEqual;
import static org.biograd.theorems.Exactly.isZero;

import java.util.Arrays;
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
import org.biograd.spec.Clause;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.TraceMode;

/**
 * With aligned layerwise feedback the update is backpropagation through time in which what a layer hands down is
 * replaced by its mean over the steps: exact where that does not vary, and else off by a covariance.
 */
@Domain(ExactCases.class)
@Domain(DomainContext.Global.class)
class T7LayerwiseFeedbackTakesMeansTest {

    @Property(tries = 500)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Clause({"ERR-8", "ERR-9", "LEARN-1", "NET-5"})
    void theUpdateIsBackpropagationOfMeans(@ForAll ExactCase drawn, @ForAll TraceMode mode) {
        Assume.that(drawn.layers() > 1);
        SampleRun run = learn(drawn, mode);
        BigFraction[] handedDown = T2OutputLayerIsTheExactGradientTest.netErrorSpikes(run);
        Gradient update = run.gradient();
        for (int l = drawn.layers(); l >= 1; l--) {
            LayerRun layer = run.layers().get(l - 1);
            // A sweep of this layer alone, which hears the same from above in every step.
            var alone = BackpropagationThroughTime.of(List.of(layer), handedDown, mode)
                    .layer(1);
            assertEqual(alone, update.layer(l), "update of layer " + l + ", " + mode);
            handedDown = below(layer, alone.biases(), BigFraction.of(1, layer.steps()));
        }
        require(20, "hidden weights move", !isZero(update.layer(1)));
        require(
                10,
                "a layer that is fed back from a hidden one moves",
                drawn.layers() == 3 && !isZero(update.layer(1)));
    }

    @Property(tries = 300)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Clause({"ERR-8", "ERR-9", "NET-5"})
    void oneStepIsBackpropagation(@ForAll ExactCase drawn, @ForAll TraceMode mode) {
        requireExact(
                new ExactCase(
                        drawn.sizes(),
                        drawn.grid(),
                        drawn.neuron(),
                        1,
                        0,
                        drawn.function(),
                        drawn.numbers(),
                        drawn.input(),
                        drawn.label()),
                mode);
    }

    @Property(tries = 300)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Clause({"ERR-8", "ERR-9", "NET-5"})
    void openGatesAndNoMemoryAreBackpropagation(@ForAll ExactCase drawn, @ForAll TraceMode mode) {
        // Neurons spike as ever, but nothing of a voltage is left after its step and every voltage is within the
        // window.
        NeuronModel open = new NeuronModel(
                BigFraction.ZERO,
                drawn.neuron().theta(),
                BigFraction.of(1000),
                drawn.neuron().amp());
        requireExact(
                new ExactCase(
                        drawn.sizes(),
                        drawn.grid(),
                        open,
                        drawn.steps(),
                        drawn.softStart(),
                        drawn.function(),
                        drawn.numbers(),
                        drawn.input(),
                        drawn.label()),
                mode);
    }

    private static void requireExact(ExactCase drawn, TraceMode mode) {
        Assume.that(drawn.layers() > 1);
        SampleRun run = learn(drawn, mode);
        // Any error vector in the place of the net error spikes, which are few in few steps: learning is linear in it.
        BigFraction[] e = T2OutputLayerIsTheExactGradientTest.netErrorSpikes(run);
        for (int k = 0; k < e.length; k++) {
            e[k] = e[k].add(BigFraction.of(k + 1, 7));
        }
        Gradient gradient = BackpropagationThroughTime.of(run.layers(), e, mode);
        BigFraction[] error = e;
        for (int l = drawn.layers(); l >= 1; l--) {
            LayerRun layer = run.layers().get(l - 1);
            BigFraction[][] eligibility = run.eligibilities().get(l - 1).last();
            var update = Exactly.scaledRows(error, Exactly.synapses(eligibility));
            assertEqual(gradient.layer(l), update, "update of layer " + l + ", " + mode);
            error = below(layer, update.biases(), BigFraction.of(1, layer.steps()));
        }
        require(20, "hidden weights have a gradient", !isZero(gradient.layer(1)));
    }

    @Property(tries = 500)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Clause({"ERR-8", "ERR-9", "NET-5"})
    void whatIsMissingIsACovarianceOverTheSteps(@ForAll ExactCase drawn, @ForAll TraceMode mode) {
        Assume.that(drawn.layers() > 1);
        SampleRun run = learn(drawn, mode);
        BigFraction[] e = T2OutputLayerIsTheExactGradientTest.netErrorSpikes(run);
        int hidden = drawn.layers() - 1;
        LayerRun layer = run.layers().get(hidden - 1);
        BigFraction[][] sbar = handedDown(run.layers().get(hidden), e, mode);
        BigFraction[][] gradient = BackpropagationThroughTime.of(run.layers(), e, mode)
                .layer(hidden)
                .weights();
        BigFraction[][] update = run.gradient().layer(hidden).weights();
        boolean differs = false;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient[i].length; j++) {
                BigFraction[] s = new BigFraction[drawn.steps()];
                BigFraction[] grown = new BigFraction[drawn.steps()];
                for (int t = 0; t < drawn.steps(); t++) {
                    s[t] = sbar[t][i];
                    grown[t] = layer.g()[t][i].multiply(
                            run.eligibilities().get(hidden - 1).z()[t][i][j]);
                }
                BigFraction missing = covariance(s, grown).multiply(drawn.steps());
                assertEqual(
                        new BigFraction[] {gradient[i][j]},
                        new BigFraction[] {update[i][j].add(missing)},
                        "w" + i + "," + j + " of layer " + hidden + ", " + mode);
                differs |= !missing.isZero();
            }
        }
        require(20, "the update is not the gradient", differs);
    }

    /** A sample, with feedback that is layerwise and aligned. */
    private static SampleRun learn(ExactCase drawn, TraceMode mode) {
        ExactNetwork network = drawn.network(mode, FeedbackPath.LAYERWISE);
        align(network);
        return network.learn(drawn.sample(), drawn.rightClass());
    }

    /** factor sum_m w_mi y_m. */
    private static BigFraction[] below(LayerRun above, BigFraction[] y, BigFraction factor) {
        BigFraction[] sum = new BigFraction[above.synapses().pre()];
        Arrays.fill(sum, BigFraction.ZERO);
        for (int i = 0; i < sum.length; i++) {
            for (int m = 0; m < y.length; m++) {
                sum[i] = sum[i].add(above.synapses().weights()[m][i].multiply(y[m]));
            }
            sum[i] = sum[i].multiply(factor);
        }
        return sum;
    }

    /** sbar_i(t) = sum_m w_mi vbar_m(t) below the top layer, from the definition of vbar, [step][neuron]. */
    private static BigFraction[][] handedDown(LayerRun top, BigFraction[] e, TraceMode mode) {
        BigFraction[][] sbar = new BigFraction[top.steps()][];
        BigFraction[] vbar = new BigFraction[e.length];
        Arrays.fill(vbar, BigFraction.ZERO);
        for (int t = top.steps() - 1; t >= 0; t--) {
            for (int m = 0; m < e.length; m++) {
                BigFraction f = BigFraction.ONE;
                if (mode != TraceMode.PRE_ONLY) {
                    f = f.subtract(top.s()[t][m]);
                }
                if (mode == TraceMode.FULL) {
                    f = f.subtract(top.v()[t][m].multiply(top.g()[t][m]));
                }
                vbar[m] = top.g()[t][m]
                        .multiply(e[m])
                        .add(top.neuron().decay().multiply(f).multiply(vbar[m]));
            }
            sbar[t] = below(top, vbar, BigFraction.ONE);
        }
        return sbar;
    }

    /** The mean of the products less the product of the means. */
    private static BigFraction covariance(BigFraction[] a, BigFraction[] b) {
        BigFraction products = BigFraction.ZERO;
        BigFraction sumA = BigFraction.ZERO;
        BigFraction sumB = BigFraction.ZERO;
        for (int t = 0; t < a.length; t++) {
            products = products.add(a[t].multiply(b[t]));
            sumA = sumA.add(a[t]);
            sumB = sumB.add(b[t]);
        }
        return products.divide(a.length)
                .subtract(sumA.multiply(sumB).divide(a.length).divide(a.length));
    }

    private static void require(int percent, String what, boolean seen) {
        Statistics.label(what).collect(seen);
        Statistics.label(what).coverage(c -> c.check(true).percentage(p -> p >= percent));
    }
}
