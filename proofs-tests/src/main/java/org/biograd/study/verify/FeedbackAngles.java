package org.biograd.study.verify;

import java.util.ArrayList;
import java.util.List;
import org.biograd.report.Charts;
import org.biograd.report.Palette;
import org.biograd.report.Panel;
import org.knowm.xchart.XYChart;

/** The angle between B and the forward product, sleep after sleep. */
final class FeedbackAngles {

    private static final int HEIGHT = 270;
    private static final double ORTHOGONAL = 90;

    private FeedbackAngles() {}

    static Panel draw(VerifyResult result, Palette palette, int width) {
        XYChart chart = Charts.empty(palette, width, HEIGHT, "sleeps", "angle of B, degrees");
        List<Panel.Key> keys = new ArrayList<>();
        double last = 1;
        double largest = ORTHOGONAL;
        for (int h = 0; h < result.feedbackAngles().size(); h++) {
            double[] angles = Charts.array(result.feedbackAngles().get(h));
            Charts.line(
                    chart,
                    "layer " + (h + 1),
                    Charts.steps(angles.length),
                    angles,
                    palette.line(h),
                    Charts.SOLID,
                    angles.length <= 60);
            keys.add(new Panel.Key("layer " + (h + 1), palette.line(h), Panel.Mark.LINE));
            last = Math.max(last, angles.length - 1);
            for (double angle : angles) {
                largest = Double.isFinite(angle) ? Math.max(largest, angle) : largest;
            }
        }
        Charts.threshold(chart, "orthogonal", 0, last, ORTHOGONAL, palette.muted());
        keys.add(new Panel.Key("unrelated directions, 90 degrees", palette.muted(), Panel.Mark.THRESHOLD));
        Charts.count(chart, -0.015 * last, 1.015 * last);
        chart.getStyler().setYAxisMin(-1.0).setYAxisMax(1.05 * largest);
        return new Panel("Feedback alignment", keys, chart);
    }
}
