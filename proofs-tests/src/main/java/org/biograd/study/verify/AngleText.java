package org.biograd.study.verify;

import java.util.List;
import org.biograd.report.Numbers;

/** The angles of a layer as text, in degrees. */
final class AngleText {

    private static final int DECIMALS = 2;

    private AngleText() {}

    /** Between B and the forward product at the end; nothing for the output layer, which has no B. */
    static String feedback(VerifyResult result, int layer) {
        if (layer > result.feedbackAngles().size()) {
            return Numbers.NONE;
        }
        List<Double> angles = result.feedbackAngles().get(layer - 1);
        return at(angles, angles.size());
    }

    /** Between the weight changes of the integers and of the reference. */
    static String update(VerifyResult result, int layer) {
        return at(result.updateAngles(), layer);
    }

    /** The same before the last rounding. */
    static String product(VerifyResult result, int layer) {
        return at(result.productAngles(), layer);
    }

    private static String at(List<Double> angles, int layer) {
        return layer < 1 || layer > angles.size() ? Numbers.NONE : Numbers.fixed(angles.get(layer - 1), DECIMALS);
    }
}
