package org.biograd.study.sweep.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.biograd.report.Charts;
import org.biograd.report.Key;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.biograd.spec.Signal;
import org.biograd.study.sweep.ProbeResult;
import org.biograd.study.sweep.RunResult;
import org.biograd.study.sweep.StudyResult;
import org.biograd.study.sweep.plan.Axis;
import org.knowm.xchart.XYChart;

/** Draws how often each signal wraps or saturates in each epoch, by the levels of the first axis. */
final class SaturationPlots {

    private static final int HEIGHT = 270;
    private static final int MOST_SIGNALS = 6;
    private static final int FEW_LEVELS = 4;
    private static final double ROOM = 0.5;

    private final StudyResult result;

    SaturationPlots(StudyResult result) {
        this.result = result;
    }

    /** A panel per signal, the one with the most events first; none where there are no probes. */
    List<Panel> panels() {
        if (result.study().probes() == 0) {
            return List.of();
        }
        Map<Signal, Long> totals = new TreeMap<>();
        for (RunResult run : result.runs()) {
            for (ProbeResult.Seen seen : run.probes().signals()) {
                long sum = seen.events().stream().mapToLong(Long::longValue).sum();
                if (sum > 0) {
                    totals.merge(seen.signal(), sum, Long::sum);
                }
            }
        }
        return totals.entrySet().stream()
                .sorted(Map.Entry.<Signal, Long>comparingByValue().reversed())
                .limit(MOST_SIGNALS)
                .map(entry -> saturation(entry.getKey()))
                .toList();
    }

    private Panel saturation(Signal signal) {
        XYChart chart = Charts.empty(HEIGHT, "epoch", signal.symbol() + " beyond its word, %");
        Axis axis = result.study().axes().get(0);
        List<Key> keys = new ArrayList<>();
        int every = (axis.levels().size() + FEW_LEVELS - 1) / FEW_LEVELS;
        for (int level = 0; level < axis.levels().size(); level += every) {
            int wanted = level;
            List<RunResult> runs = result.runs().stream()
                    .filter(run -> axis.level(result.point(run).levels()) == wanted)
                    .toList();
            if (!runs.isEmpty()) {
                int number = keys.size();
                Key key =
                        new Key(axis.title() + " = " + axis.label(level), Palette.line(number), Key.Mark.line(number));
                keys.add(key);
                Charts.line(chart, key, epochs(result), rates(runs, signal), true);
            }
        }
        Charts.count(chart, 1 - ROOM / 2, result.study().epochs() + ROOM / 2);
        return new Panel(signal.symbol(), keys, chart);
    }

    /** The numbers of the epochs, from 1. */
    static double[] epochs(StudyResult result) {
        double[] epochs = new double[result.study().epochs()];
        for (int e = 0; e < epochs.length; e++) {
            epochs[e] = e + 1;
        }
        return epochs;
    }

    private double[] rates(List<RunResult> runs, Signal signal) {
        double[] rates = new double[result.study().epochs()];
        for (int e = 0; e < rates.length; e++) {
            long values = 0;
            long events = 0;
            for (RunResult run : runs) {
                for (ProbeResult.Seen seen : run.probes().signals()) {
                    values += seen.signal() == signal ? seen.values().get(e) : 0;
                    events += seen.signal() == signal ? seen.events().get(e) : 0;
                }
            }
            rates[e] = values == 0 ? Double.NaN : 100.0 * events / values;
        }
        return rates;
    }
}
