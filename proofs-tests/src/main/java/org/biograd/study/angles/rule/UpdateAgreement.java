package org.biograd.study.angles.rule;

/**
 * How two vectors agree in direction and length.
 *
 * @param degrees the angle between them, 0..180; NaN where one of them is zero
 * @param ratio the length of the first divided by that of the second; NaN where one of them is zero
 */
public record UpdateAgreement(double degrees, double ratio) {

    /** No angle: one of the vectors is zero. */
    public static final UpdateAgreement NONE = new UpdateAgreement(Double.NaN, Double.NaN);

    /**
     * The agreement of two matrices of one shape, each taken as one long vector.
     *
     * <p>Not by the arc cosine of the scalar product, which cannot tell angles below 1e-6 degrees from 0, but, with
     * unit vectors a and b, as 2 atan(|a - b| / |a + b|).
     */
    public static UpdateAgreement of(double[][] a, double[][] b) {
        double lengthA = length(a);
        double lengthB = length(b);
        if (lengthA == 0 || lengthB == 0) {
            return NONE;
        }
        double difference = 0;
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                double x = a[i][j] / lengthA;
                double y = b[i][j] / lengthB;
                difference += (x - y) * (x - y);
                sum += (x + y) * (x + y);
            }
        }
        double angle = 2 * StrictMath.atan2(StrictMath.sqrt(difference), StrictMath.sqrt(sum));
        return new UpdateAgreement(StrictMath.toDegrees(angle), lengthA / lengthB);
    }

    private static double length(double[][] matrix) {
        double squares = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                squares += value * value;
            }
        }
        return StrictMath.sqrt(squares);
    }

    /** Whether there is an angle. */
    public boolean defined() {
        return !Double.isNaN(degrees);
    }
}
