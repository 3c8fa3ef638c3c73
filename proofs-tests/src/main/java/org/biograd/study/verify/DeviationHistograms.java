package org.biograd.study.verify;

import java.util.ArrayList;
import java.util.List;
import org.biograd.report.Charts;
import org.biograd.report.Key;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.biograd.report.SignalNames;
import org.biograd.spec.Signal;
import org.biograd.study.lockstep.Deviation;
import org.knowm.xchart.XYChart;

/** How the deviations of a few signals are distributed: one small chart a signal. */
final class DeviationHistograms {

    private static final int HEIGHT = 190;
    private static final int LEAST_REACH = 2;
    // What lies further out is too rare for a bar to show; the table has the largest.
    private static final double NEGLIGIBLE = 0.0005;

    /** The signals that tell most of the arithmetic, in the order in which they arise. */
    static final List<Signal> SIGNALS = List.of(
            Signal.MEMBRANE_VOLTAGE,
            Signal.TRACE,
            Signal.ELIGIBILITY,
            Signal.DENDRITE,
            Signal.LEARNING_ERROR,
            Signal.WEIGHT_CHANGE);

    private DeviationHistograms() {}

    static List<Panel> draw(VerifyResult result) {
        List<Panel> panels = new ArrayList<>();
        for (Signal signal : SIGNALS) {
            Deviation deviation = result.deviations().get(signal);
            if (deviation != null && deviation.count() > 0) {
                panels.add(panel(signal, deviation));
            }
        }
        return panels;
    }

    private static Panel panel(Signal signal, Deviation deviation) {
        long[] histogram = deviation.histogram();
        int middle = Deviation.HISTOGRAM_REACH;
        int reach = reach(histogram);
        double[] bins = new double[2 * reach + 1];
        double[] share = new double[bins.length];
        for (int b = 0; b < bins.length; b++) {
            bins[b] = b - reach;
            share[b] = 100.0 * histogram[middle - reach + b] / deviation.count();
        }
        XYChart chart = Charts.empty(HEIGHT, "deviation, LSB", "values, %");
        Charts.bars(chart, new Key("share of the values", Palette.INTEGERS, Key.Mark.AREA), bins, share, 0, 0.9);
        Charts.count(chart, -reach - 0.7, reach + 0.7);
        chart.getStyler().setYAxisMin(-1.0).setYAxisMax(104.0).setYAxisTickMarkSpacingHint(34);
        return new Panel(signal.symbol() + ", " + SignalNames.of(signal), List.of(), chart);
    }

    private static int reach(long[] histogram) {
        long count = 0;
        for (long bin : histogram) {
            count += bin;
        }
        int middle = Deviation.HISTOGRAM_REACH;
        long outside = 0;
        int reach = middle;
        while (reach > LEAST_REACH) {
            outside += histogram[middle - reach] + histogram[middle + reach];
            if (outside > NEGLIGIBLE * count) {
                break;
            }
            reach--;
        }
        return reach;
    }
}
