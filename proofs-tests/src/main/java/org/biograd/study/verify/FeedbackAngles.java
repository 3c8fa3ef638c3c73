package org.biograd.study.verify;

import java.util.ArrayList;
import java.util.List;
import org.biograd.report.Charts;
import org.biograd.report.Key;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.knowm.xchart.XYChart;

/** The angle between B and the forward product, sleep after sleep. */
final class FeedbackAngles {

    private static final int HEIGHT = 260;
    private static final double ORTHOGONAL = 90;
    // More points would hide each other's marks.
    private static final int MARKED = 40;

    private FeedbackAngles() {}

    static Panel draw(VerifyResult result) {
        XYChart chart = Charts.empty(HEIGHT, "sleeps", "angle of B, degrees");
        List<Key> keys = new ArrayList<>();
        double last = 1;
        double largest = ORTHOGONAL;
        for (int h = 0; h < result.feedbackAngles().size(); h++) {
            double[] angles = Charts.array(result.feedbackAngles().get(h));
            Key key = new Key("layer " + (h + 1), Palette.line(h), Key.Mark.line(h));
            Charts.line(chart, key, Charts.steps(angles.length), angles, angles.length <= MARKED);
            keys.add(key);
            last = Math.max(last, angles.length - 1);
            for (double angle : angles) {
                largest = Double.isFinite(angle) ? Math.max(largest, angle) : largest;
            }
        }
        Key orthogonal = new Key("unrelated directions, 90 degrees", Palette.MUTED, Key.Mark.THRESHOLD);
        Charts.threshold(chart, orthogonal, 0, last, ORTHOGONAL);
        keys.add(orthogonal);
        Charts.count(chart, -0.015 * last, 1.015 * last);
        chart.getStyler().setYAxisMin(-1.0).setYAxisMax(1.05 * largest);
        return new Panel("Feedback alignment", keys, chart);
    }
}
