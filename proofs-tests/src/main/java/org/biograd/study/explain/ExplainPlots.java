package org.biograd.study.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.biograd.report.Charts;
import org.biograd.report.Figure;
import org.biograd.report.Key;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.biograd.report.Plots;
import org.biograd.report.SignalNames;
import org.biograd.spec.Signal;
import org.knowm.xchart.XYChart;

/** The courses of the chosen neurons: voltage, eligibility and dendrite, in whole units. */
final class ExplainPlots {

    private static final int HEIGHT = 170;

    private ExplainPlots() {}

    static List<Figure> draw(Explained explained) {
        List<Figure> figures = new ArrayList<>();
        if (explained.shown().asleep) {
            return figures;
        }
        for (Place neuron : explained.neurons()) {
            figures.add(Plots.stacked(
                    "neuron-" + neuron.layer() + "-" + neuron.neuron(),
                    "Neuron " + neuron.name(),
                    "Voltage v before the reset, with the threshold; spikes s; eligibility E of the synapses that "
                            + "are told of; error dendrite D. All in units of the last place.",
                    panels(explained.shown(), neuron, explained)));
        }
        return figures;
    }

    private static List<Panel> panels(Shown shown, Place neuron, Explained explained) {
        int steps = shown.profile.time().steps();
        List<Panel> panels = new ArrayList<>();
        XYChart voltage = chart(steps, "v");
        Key v = new Key("v", Palette.INTEGERS, Key.Mark.LINE);
        Key threshold = new Key("threshold", Palette.INK, Key.Mark.THRESHOLD);
        Charts.threshold(
                voltage, threshold, -0.5, steps - 0.5, shown.profile.soma().threshold());
        Charts.line(
                voltage, v, Charts.steps(steps), course(shown, Signal.MEMBRANE_VOLTAGE, neuron, neuron.neuron()), true);
        panels.add(new Panel(title(Signal.MEMBRANE_VOLTAGE), List.of(v, threshold), voltage));
        panels.add(single(shown, neuron, Signal.SPIKE, steps));
        XYChart eligibility = chart(steps, "E");
        List<Key> keys = new ArrayList<>();
        int size = shown.shape.size(neuron.layer());
        for (int j = 0; j <= shown.shape.size(neuron.layer() - 1); j++) {
            if (explained
                    .shown()
                    .has(Place.of(neuron.layer(), neuron.neuron(), j, steps - 1).key("E"))) {
                Key key = new Key("from " + j, Palette.line(keys.size()), Key.Mark.line(keys.size()));
                keys.add(key);
                Charts.line(
                        eligibility,
                        key,
                        Charts.steps(steps),
                        course(shown, Signal.ELIGIBILITY, neuron, j * size + neuron.neuron()),
                        false);
            }
        }
        if (!keys.isEmpty()) {
            panels.add(new Panel(title(Signal.ELIGIBILITY), keys, eligibility));
        }
        panels.add(single(shown, neuron, Signal.DENDRITE, steps));
        return panels;
    }

    private static Panel single(Shown shown, Place neuron, Signal signal, int steps) {
        XYChart chart = chart(steps, signal.symbol());
        Key key = new Key(signal.symbol(), Palette.INTEGERS, Key.Mark.LINE);
        Charts.line(chart, key, Charts.steps(steps), course(shown, signal, neuron, neuron.neuron()), true);
        return new Panel(title(signal), List.of(key), chart);
    }

    private static String title(Signal signal) {
        String name = SignalNames.of(signal);
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " " + signal.symbol();
    }

    private static XYChart chart(int steps, String axis) {
        XYChart chart = Charts.empty(HEIGHT, "step t", axis);
        Charts.count(chart, -0.5, steps - 0.5);
        return chart;
    }

    private static double[] course(Shown shown, Signal signal, Place neuron, int index) {
        double[] course = new double[shown.profile.time().steps()];
        for (int t = 0; t < course.length; t++) {
            course[t] = shown.at(signal, neuron.layer(), t, index);
        }
        return course;
    }
}
