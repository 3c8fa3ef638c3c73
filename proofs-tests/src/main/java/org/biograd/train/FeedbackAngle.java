package org.biograd.train;

import org.biograd.model.ModelWeights;
import org.biograd.reference.real.Angles;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Shape;

/**
 * The angle between the feedback weights of a hidden layer and what they stand for: the product of the transposed
 * forward weights on the way from the layer that the feedback comes from. Scale has no angle, so weights in any unit
 * do.
 */
public final class FeedbackAngle {

    private FeedbackAngle() {}

    /** The angles of layers 1..L-1, in degrees, 0..180; NaN where weights are all 0. */
    public static double[] of(Shape shape, FeedbackPath path, ModelWeights weights) {
        int layers = shape.layers();
        double[] angles = new double[layers - 1];
        double[] above = null;
        for (int l = layers - 1; l >= 1; l--) {
            double[] step = array(weights, ModelWeights.forward(l + 1), shape.size(l) * shape.size(l + 1));
            boolean direct = path.source(l, layers) == l + 1;
            // Row j of step: the weights from neuron j of layer l. The biases, its last row, are left out.
            above = direct ? step : product(step, above, shape.size(l), shape.size(l + 1));
            int feedback = ModelWeights.feedback(l, layers);
            angles[l - 1] = Angles.degrees(array(weights, feedback, weights.length(feedback)), above);
        }
        return angles;
    }

    private static double[] array(ModelWeights weights, int array, int length) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = weights.value(array, i);
        }
        return values;
    }

    private static double[] product(double[] a, double[] b, int rows, int inner) {
        int columns = b.length / inner;
        double[] product = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < inner; j++) {
                double factor = a[i * inner + j];
                for (int k = 0; k < columns; k++) {
                    product[i * columns + k] += factor * b[j * columns + k];
                }
            }
        }
        return product;
    }
}
