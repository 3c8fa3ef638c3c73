package org.biograd.theorems;

import static org.biograd.theorems.Exactly.assertEqual;
import static org.biograd.theorems.Exactly.ones;
import static org.biograd.theorems.Exactly.synapses;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.reference.exact.BackpropagationThroughTime;
import org.biograd.reference.exact.Gradient;
import org.biograd.reference.exact.LayerRun;
import org.biograd.reference.exact.SampleRun;
import org.biograd.spec.Clause;
import org.biograd.spec.TraceMode;

/** E_ij is the surrogate gradient d(sum_t s_i)/dw_ij of its layer, exactly. */
@Domain(ExactCases.class)
@Domain(DomainContext.Global.class)
class T1EligibilityIsTheSurrogateGradientTest {

    @Property(tries = 500)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    @Clause({"SOMA-1", "SOMA-3", "SOMA-4", "GATE-1", "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5"})
    void eligibilityIsTheGradientOfTheSpikeCount(@ForAll ExactCase drawn, @ForAll TraceMode mode) {
        SampleRun run = drawn.network(mode).learn(drawn.sample(), drawn.rightClass());
        for (int l = 1; l <= drawn.layers(); l++) {
            // The spikes of neuron i do not depend on the weights of its neighbours: one sweep gives the gradients of
            // all their counts.
            Gradient gradient = BackpropagationThroughTime.of(
                    run.layers().subList(0, l), ones(drawn.sizes().get(l)), mode);
            assertEqual(
                    gradient.layer(l),
                    synapses(run.eligibilities().get(l - 1).last()),
                    "E of layer " + l + ", " + mode);
        }
        requireCoverage(run);
    }

    /** The cases are worth nothing if gates stay shut, nothing spikes, or comparisons are never close. */
    private static void requireCoverage(SampleRun run) {
        boolean atTheta = false;
        boolean atWindow = false;
        boolean spikeInWindow = false;
        for (LayerRun layer : run.layers()) {
            for (int t = 0; t < layer.steps(); t++) {
                for (int i = 0; i < layer.v()[t].length; i++) {
                    BigFraction distance =
                            layer.v()[t][i].subtract(layer.neuron().theta());
                    atTheta |= distance.isZero();
                    atWindow |= !distance.isZero()
                            && distance.abs().equals(layer.neuron().win());
                    spikeInWindow |= layer.s()[t][i] == 1 && !layer.g()[t][i].isZero() && t < layer.steps() - 1;
                }
            }
        }
        requireAtLeast(10, "a voltage is exactly theta", atTheta);
        requireAtLeast(10, "a voltage is exactly win away from theta", atWindow);
        requireAtLeast(20, "a neuron spikes within the window and goes on", spikeInWindow);
        requireAtLeast(10, "three layers", run.layers().size() == 3);
    }

    private static void requireAtLeast(int percent, String what, boolean seen) {
        Statistics.label(what).collect(seen);
        Statistics.label(what).coverage(c -> c.check(true).percentage(p -> p >= percent));
    }
}
