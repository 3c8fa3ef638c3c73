package org.biograd.study.sweep.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.biograd.study.sweep.PointSummary;
import org.biograd.study.sweep.ProbeResult;
import org.biograd.study.sweep.RunResult;
import org.biograd.study.sweep.StudyResult;

/** What the long table holds: a value a row, each with what it is of. */
final class Quantities {

    /**
     * What a quantity is.
     *
     * @param name as the table has it
     * @param unit of its values
     * @param definition in a sentence
     */
    record Quantity(String name, String unit, String definition) {}

    /**
     * A value.
     *
     * @param quantity which
     * @param signal of which signal, its symbol; empty for none
     * @param layer of which layer, 0 for none
     * @param epoch of which epoch, from 1; 0 for the whole training
     * @param value the number
     */
    record Value(Quantity quantity, String signal, int layer, int epoch, double value) {}

    private static final Quantity ACCURACY =
            new Quantity("accuracy", "%", "held-out samples predicted right after the epoch");
    private static final Quantity TEST =
            new Quantity("test_accuracy", "%", "test samples predicted right at the end; where the study is final");
    private static final Quantity FEEDBACK_ANGLE = new Quantity(
            "feedback_angle",
            "degrees",
            "at the end, between the feedback weights of the layer and what they stand for");
    private static final Quantity UPDATE_ANGLE = new Quantity(
            "update_angle", "degrees", "between the weight changes of the probed batches and those of the reference");
    private static final Quantity PRODUCT_ANGLE =
            new Quantity("product_angle", "degrees", "the same of the sums q E, before they are rounded to weights");
    private static final Quantity MEAN_DEVIATION = new Quantity(
            "mean_deviation",
            "LSB",
            "mean absolute difference between the integers and the reference on the same spikes and draws, probed");
    private static final Quantity LARGEST_DEVIATION =
            new Quantity("largest_deviation", "LSB", "the largest such difference");
    private static final Quantity DIFFERING = new Quantity(
            "decisions_differing", "%", "spikes, gates and error spikes that the reference would have taken otherwise");
    private static final Quantity EVENTS = new Quantity(
            "events",
            "1",
            "values that wrapped (u) or saturated (all others) in the epoch, in all layers, samples, sleeps and "
                    + "updates; z and E are counted in probes alone");
    private static final Quantity EVENT_RATE = new Quantity(
            "event_rate", "%", "of the values of the signal of the layer in the probed samples of the epoch");
    private static final Quantity USED_BITS = new Quantity(
            "used_bits", "bit", "of the shortest word that holds all values of the signal in the probed samples");
    private static final Quantity DEAD =
            new Quantity("dead_zone", "%", "probed samples of the epoch in which no learning error differed from 0");
    private static final Quantity SYNAPSE_BITS =
            new Quantity("bits_per_synapse", "bit", "held per forward synapse: weight, eligibility and what else");
    private static final Quantity NEURON_BITS =
            new Quantity("bits_per_neuron", "bit", "held per neuron: voltage, dendrite and what else");
    private static final Quantity ALL_BITS =
            new Quantity("bits", "bit", "held by the whole network, feedback weights among them");
    private static final Quantity CORES =
            new Quantity("cores", "1", "cores of the chip that the network fills; none where it does not fit");
    private static final Quantity CORE_BITS = new Quantity("bits_per_core", "bit", "all bits divided by the cores");
    private static final Quantity ENERGY =
            new Quantity("energy", "pJ", "of a training sample on the chip at published prices, mean of the probed");
    private static final Quantity TIME =
            new Quantity("time", "ns", "of a training sample on the chip, with the longest barrier");

    private Quantities() {}

    /** All of them, in the order of the table. */
    static List<Quantity> all() {
        return List.of(
                ACCURACY,
                TEST,
                FEEDBACK_ANGLE,
                UPDATE_ANGLE,
                PRODUCT_ANGLE,
                MEAN_DEVIATION,
                LARGEST_DEVIATION,
                DIFFERING,
                EVENTS,
                EVENT_RATE,
                USED_BITS,
                DEAD,
                SYNAPSE_BITS,
                NEURON_BITS,
                ALL_BITS,
                CORES,
                CORE_BITS,
                ENERGY,
                TIME);
    }

    /** Hands over all values of a training, in a fixed order. */
    static void of(StudyResult result, PointSummary summary, RunResult run, Consumer<Value> to) {
        for (int e = 0; e < run.right().size(); e++) {
            to.accept(new Value(ACCURACY, "", 0, e + 1, result.accuracy(run, e)));
        }
        if (run.testRight() != null) {
            to.accept(new Value(
                    TEST, "", 0, 0, 100.0 * run.testRight() / result.head().tests()));
        }
        perLayer(FEEDBACK_ANGLE, run.feedbackAngles(), to);
        run.events().forEach((signal, counts) -> {
            for (int e = 0; e < counts.size(); e++) {
                to.accept(new Value(EVENTS, signal.symbol(), 0, e + 1, counts.get(e)));
            }
        });
        if (run.probes() != null) {
            probes(run.probes(), to);
        }
        state(summary, run, to);
    }

    private static void perLayer(Quantity quantity, List<BigDecimal> values, Consumer<Value> to) {
        for (int l = 0; l < values.size(); l++) {
            if (values.get(l) != null) {
                to.accept(new Value(quantity, "", l + 1, 0, values.get(l).doubleValue()));
            }
        }
    }

    private static void probes(ProbeResult probes, Consumer<Value> to) {
        perLayer(UPDATE_ANGLE, probes.updateAngles(), to);
        perLayer(PRODUCT_ANGLE, probes.productAngles(), to);
        for (ProbeResult.Difference each : probes.deviations()) {
            to.accept(new Value(
                    MEAN_DEVIATION, each.signal().symbol(), 0, 0, each.mean().doubleValue()));
            to.accept(new Value(
                    LARGEST_DEVIATION,
                    each.signal().symbol(),
                    0,
                    0,
                    each.largest().doubleValue()));
        }
        if (probes.decisions() > 0) {
            to.accept(new Value(DIFFERING, "", 0, 0, 100.0 * probes.differing() / probes.decisions()));
        }
        for (ProbeResult.Seen seen : probes.signals()) {
            for (int e = 0; e < seen.values().size(); e++) {
                if (seen.values().get(e) > 0) {
                    to.accept(new Value(
                            EVENT_RATE,
                            seen.signal().symbol(),
                            seen.layer(),
                            e + 1,
                            100.0 * seen.events().get(e) / seen.values().get(e)));
                }
            }
            to.accept(new Value(USED_BITS, seen.signal().symbol(), seen.layer(), 0, seen.bits()));
        }
        for (int e = 0; e < probes.samples().size(); e++) {
            if (probes.samples().get(e) > 0) {
                to.accept(new Value(
                        DEAD,
                        "",
                        0,
                        e + 1,
                        100.0 * probes.dead().get(e) / probes.samples().get(e)));
            }
        }
    }

    private static void state(PointSummary summary, RunResult run, Consumer<Value> to) {
        to.accept(new Value(SYNAPSE_BITS, "", 0, 0, summary.state().perSynapse()));
        to.accept(new Value(NEURON_BITS, "", 0, 0, summary.state().perNeuron()));
        to.accept(new Value(ALL_BITS, "", 0, 0, summary.state().all()));
        if (summary.state().cores() > 0) {
            to.accept(new Value(CORES, "", 0, 0, summary.state().cores()));
            to.accept(new Value(
                    CORE_BITS,
                    "",
                    0,
                    0,
                    (double) summary.state().all() / summary.state().cores()));
        }
        if (run.probes() != null && run.probes().energy() != null) {
            to.accept(new Value(ENERGY, "", 0, 0, run.probes().energy().doubleValue()));
            to.accept(new Value(TIME, "", 0, 0, run.probes().time().doubleValue()));
        }
    }
}
