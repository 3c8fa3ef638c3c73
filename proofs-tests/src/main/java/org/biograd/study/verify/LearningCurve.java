package org.biograd.study.verify;

import java.util.List;
import org.biograd.report.Charts;
import org.biograd.report.Key;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.knowm.xchart.XYChart;

/** Test accuracy after every epoch. */
final class LearningCurve {

    private static final int HEIGHT = 260;

    // More points would hide each other's marks.
    private static final int MARKED = 40;

    private static final Key GUESSING = new Key("guessing", Palette.MUTED, Key.Mark.THRESHOLD);

    private LearningCurve() {}

    static Panel draw(VerifyResult result) {
        double[] epochs = result.curve().stream()
                .mapToDouble(VerifyResult.EpochPoint::epoch)
                .toArray();
        double[] accuracy = result.curve().stream()
                .mapToDouble(VerifyResult.EpochPoint::testAccuracy)
                .toArray();
        XYChart chart = Charts.empty(HEIGHT, "epoch", "test samples right, %");
        Key right = new Key("accuracy", Palette.INTEGERS, Key.Mark.LINE);
        Charts.line(chart, right, epochs, accuracy, epochs.length <= MARKED);
        double last = Math.max(2, epochs[epochs.length - 1]);
        double chance = 100.0 / result.shape().outputs();
        double floor = floor(accuracy);
        boolean nearChance = floor <= chance;
        if (nearChance) {
            Charts.threshold(chart, GUESSING, 1, last, chance);
        }
        // Room at the ends, so that the outermost points and labels are whole.
        double room = 0.015 * (last - 1);
        Charts.count(chart, 1 - room, last + room);
        chart.getStyler().setYAxisMin(floor - (100 - floor) * 0.01).setYAxisMax(100 + (100 - floor) * 0.04);
        return new Panel("Test accuracy", nearChance ? List.of(GUESSING) : List.of(), chart);
    }

    // A multiple of ten below all points, and no lower than it must be: the last per cents are what a reader compares.
    private static double floor(double[] accuracy) {
        double lowest = 100;
        for (double a : accuracy) {
            lowest = Double.isFinite(a) ? Math.min(lowest, a) : lowest;
        }
        double floor = 10 * Math.floor((lowest - 1) / 10);
        return floor < 20 ? 0 : Math.min(80, floor);
    }
}
