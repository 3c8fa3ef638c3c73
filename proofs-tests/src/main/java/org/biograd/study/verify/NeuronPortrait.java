package org.biograd.study.verify;

import java.util.Arrays;
import java.util.List;
import org.biograd.report.Charts;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.biograd.study.verify.VerifyResult.Portrait;
import org.knowm.xchart.XYChart;

/** One neuron during one sample: voltage, events, eligibility and error, above each other on one axis of time. */
final class NeuronPortrait {

    private static final int TALL = 200;
    private static final int SHORT = 62;
    private static final int MEDIUM = 150;
    // All vertical axes begin at the same place, so that a step is one column through all panels.
    private static final int AXIS_WIDTH = 78;
    private static final double GATE_ROW = 0.2;
    private static final double SPIKE_ROW = 1.2;
    private static final double ROW = 0.6;

    private final Portrait portrait;
    private final Palette palette;
    private final int width;
    private final double[] steps;

    private NeuronPortrait(Portrait portrait, Palette palette, int width) {
        this.portrait = portrait;
        this.palette = palette;
        this.width = width;
        this.steps = Charts.steps(portrait.voltage().length);
    }

    static List<Panel> draw(Portrait portrait, Palette palette, int width) {
        NeuronPortrait drawing = new NeuronPortrait(portrait, palette, width);
        return List.of(drawing.voltage(), drawing.events(), drawing.eligibility(), drawing.dendrite());
    }

    private Panel voltage() {
        XYChart chart = chart(TALL, "", "v");
        double low = portrait.threshold() - portrait.window();
        double high = portrait.threshold() + portrait.window();
        double[] edges = {left(), right(), right(), left()};
        Charts.region(chart, "window", edges, new double[] {low, low, high, high}, palette.band());
        Charts.threshold(chart, "threshold", left(), right(), portrait.threshold(), palette.ink());
        both(chart, portrait.voltage(), portrait.referenceVoltage());
        spread(chart, portrait.voltage(), portrait.referenceVoltage(), new double[] {low, high});
        return new Panel(
                "Membrane voltage v",
                List.of(
                        integers(),
                        reference(),
                        new Panel.Key("threshold", palette.ink(), Panel.Mark.THRESHOLD),
                        new Panel.Key("window of the gate", palette.band(), Panel.Mark.AREA)),
                chart);
    }

    private Panel events() {
        XYChart chart = chart(SHORT, "", "");
        Charts.bars(chart, "gate", steps, rows(portrait.gate(), GATE_ROW), GATE_ROW, 1, palette.more());
        Charts.bars(chart, "spike", steps, rows(portrait.spike(), SPIKE_ROW), SPIKE_ROW, 0.25, palette.integers());
        // A chart without any event is drawable too.
        Charts.line(
                chart,
                "frame",
                new double[] {left(), right()},
                new double[] {0, 0},
                palette.background(),
                Charts.SOLID,
                false);
        chart.getStyler()
                .setYAxisMin(0.0)
                .setYAxisMax(2.0)
                .setYAxisTicksVisible(false)
                .setPlotGridLinesVisible(false)
                .setXAxisTicksVisible(false);
        return new Panel(
                "Events",
                List.of(
                        new Panel.Key("spike s", palette.integers(), Panel.Mark.AREA),
                        new Panel.Key("gate g open", palette.more(), Panel.Mark.AREA)),
                chart);
    }

    private Panel eligibility() {
        XYChart chart = chart(MEDIUM, "", "E");
        both(chart, portrait.eligibility(), portrait.referenceEligibility());
        spread(chart, portrait.eligibility(), portrait.referenceEligibility(), new double[] {0});
        return new Panel("Eligibility E of the strongest synapse", List.of(integers(), reference()), chart);
    }

    private Panel dendrite() {
        XYChart chart = chart(MEDIUM + 20, "step t", "D");
        Charts.line(
                chart, "integers", steps, portrait.dendrite(), palette.integers(), Charts.SOLID, steps.length <= 60);
        spread(chart, portrait.dendrite(), portrait.dendrite(), new double[] {0});
        return new Panel("Error dendrite D", List.of(integers()), chart);
    }

    private XYChart chart(int height, String x, String y) {
        XYChart chart = Charts.empty(palette, width, height, x, y);
        Charts.count(chart, left(), right());
        chart.getStyler().setXAxisTicksVisible(!x.isEmpty());
        chart.getStyler().setYAxisTickMarkSpacingHint(36).setYAxisLeftWidthHint(AXIS_WIDTH);
        return chart;
    }

    private void both(XYChart chart, double[] integers, double[] reference) {
        Charts.line(chart, "integers", steps, integers, palette.integers(), Charts.SOLID, steps.length <= 60);
        Charts.line(chart, "reference", steps, reference, palette.reference(), Charts.DASHED, false);
    }

    private Panel.Key integers() {
        return new Panel.Key("integers", palette.integers(), Panel.Mark.LINE);
    }

    private Panel.Key reference() {
        return new Panel.Key("reference", palette.reference(), Panel.Mark.DASHES);
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
