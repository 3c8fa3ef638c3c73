package org.biograd.study.verify;

import java.util.Arrays;
import java.util.List;
import org.biograd.report.Charts;
import org.biograd.report.Key;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.biograd.study.verify.VerifyResult.Portrait;
import org.knowm.xchart.XYChart;

/** One neuron during one sample: voltage, events, trace, eligibility and errors, on one axis of time. */
final class NeuronPortrait {

    private static final int TALL = 190;
    private static final int SHORT = 62;
    private static final int MEDIUM = 140;
    // All vertical axes begin at the same place, so that a step is one column through all panels.
    private static final int AXIS_WIDTH = 72;
    private static final int AXIS_HEIGHT = 40;
    // More points would hide each other's marks.
    private static final int MARKED = 40;
    private static final double GATE_ROW = 0.2;
    private static final double SPIKE_ROW = 1.2;
    private static final double ROW = 0.6;

    private static final Key INTEGERS = new Key("integers", Palette.INTEGERS, Key.Mark.LINE);
    private static final Key REFERENCE = new Key("reference", Palette.REFERENCE, Key.Mark.DASHES);
    private static final Key THRESHOLD = new Key("threshold", Palette.INK, Key.Mark.THRESHOLD);
    private static final Key WINDOW = new Key("window of the gate", Palette.BAND, Key.Mark.AREA);
    private static final Key POSITIVE = new Key("p", Palette.INTEGERS, Key.Mark.LINE);
    private static final Key NEGATIVE = new Key("n", Palette.MORE, Key.Mark.DOTS);
    private static final Key SPIKE = new Key("spike s", Palette.INTEGERS, Key.Mark.AREA);
    private static final Key GATE = new Key("gate g open", Palette.MORE, Key.Mark.AREA);

    private final Portrait portrait;
    private final double[] steps;

    private NeuronPortrait(Portrait portrait) {
        this.portrait = portrait;
        this.steps = Charts.steps(portrait.voltage().length);
    }

    static List<Panel> draw(Portrait portrait) {
        NeuronPortrait drawing = new NeuronPortrait(portrait);
        return List.of(
                drawing.voltage(),
                drawing.events(),
                drawing.trace(),
                drawing.eligibility(),
                drawing.errors(),
                drawing.dendrite());
    }

    private Panel voltage() {
        XYChart chart = chart(TALL, "", "v");
        double low = portrait.threshold() - portrait.window();
        double high = portrait.threshold() + portrait.window();
        double[] edges = {left(), right(), right(), left()};
        Charts.region(chart, WINDOW, edges, new double[] {low, low, high, high});
        Charts.threshold(chart, THRESHOLD, left(), right(), portrait.threshold());
        both(chart, portrait.voltage(), portrait.referenceVoltage());
        spread(chart, portrait.voltage(), portrait.referenceVoltage(), new double[] {low, high});
        return new Panel("Membrane voltage v", List.of(INTEGERS, REFERENCE, THRESHOLD, WINDOW), chart);
    }

    private Panel events() {
        XYChart chart = chart(SHORT, "", "");
        Charts.bars(chart, GATE, steps, rows(portrait.gate(), GATE_ROW), GATE_ROW, 1);
        Charts.bars(chart, SPIKE, steps, rows(portrait.spike(), SPIKE_ROW), SPIKE_ROW, 0.25);
        // A chart without any event is drawable too.
        Key frame = new Key(Charts.UNTOLD + "frame", Palette.BACKGROUND, Key.Mark.LINE);
        Charts.line(chart, frame, new double[] {left(), right()}, new double[] {0, 0}, false);
        chart.getStyler()
                .setYAxisMin(0.0)
                .setYAxisMax(2.0)
                .setYAxisTicksVisible(false)
                .setPlotGridLinesVisible(false)
                .setXAxisTicksVisible(false);
        return new Panel("Events", List.of(SPIKE, GATE), chart);
    }

    private Panel trace() {
        XYChart chart = chart(SHORT + AXIS_HEIGHT, "", "z");
        Charts.line(chart, INTEGERS, steps, portrait.trace(), steps.length <= MARKED);
        spread(chart, portrait.trace(), portrait.trace(), new double[] {0});
        return new Panel("Trace z of the strongest synapse", List.of(INTEGERS), chart);
    }

    private Panel errors() {
        XYChart chart = chart(MEDIUM, "", "p, n");
        Charts.threshold(chart, THRESHOLD, left(), right(), 1);
        Charts.line(chart, POSITIVE, steps, portrait.positive(), steps.length <= MARKED);
        Charts.line(chart, NEGATIVE, steps, portrait.negative(), false);
        spread(chart, portrait.positive(), portrait.negative(), new double[] {0, 1});
        return new Panel("Error neurons of output " + portrait.output(), List.of(POSITIVE, NEGATIVE, THRESHOLD), chart);
    }

    private Panel eligibility() {
        XYChart chart = chart(MEDIUM, "", "E");
        both(chart, portrait.eligibility(), portrait.referenceEligibility());
        spread(chart, portrait.eligibility(), portrait.referenceEligibility(), new double[] {0});
        return new Panel("Eligibility E of the strongest synapse", List.of(INTEGERS, REFERENCE), chart);
    }

    private Panel dendrite() {
        XYChart chart = chart(MEDIUM + AXIS_HEIGHT, "step t", "D");
        Charts.line(chart, INTEGERS, steps, portrait.dendrite(), steps.length <= MARKED);
        spread(chart, portrait.dendrite(), portrait.dendrite(), new double[] {0});
        return new Panel("Error dendrite D", List.of(INTEGERS), chart);
    }

    private XYChart chart(int height, String x, String y) {
        XYChart chart = Charts.empty(height, x, y);
        Charts.count(chart, left(), right());
        chart.getStyler().setXAxisTicksVisible(!x.isEmpty());
        chart.getStyler().setYAxisTickMarkSpacingHint(36).setYAxisLeftWidthHint(AXIS_WIDTH);
        return chart;
    }

    private void both(XYChart chart, double[] integers, double[] reference) {
        Charts.line(chart, INTEGERS, steps, integers, steps.length <= MARKED);
        Charts.line(chart, REFERENCE, steps, reference, false);
    }

    private double left() {
        return -0.6;
    }

    private double right() {
        return steps.length - 0.4;
    }

    private static double[] rows(double[] events, double base) {
        return Arrays.stream(events).map(event -> event > 0 ? base + ROW : base).toArray();
    }

    // Some room above and below, and never a range of zero.
    private static void spread(XYChart chart, double[]... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] series : values) {
            for (double value : series) {
                low = Double.isFinite(value) ? Math.min(low, value) : low;
                high = Double.isFinite(value) ? Math.max(high, value) : high;
            }
        }
        double room = high > low ? 0.08 * (high - low) : 1;
        chart.getStyler().setYAxisMin(low - room).setYAxisMax(high + room);
    }
}
