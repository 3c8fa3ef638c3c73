package org.biograd.reference.real;

/**
 * The angle between two vectors of any length, collected piece by piece: two gradients, or two matrices taken as one
 * long vector.
 *
 * <p>Magnitudes should lie within 1e-150..1e150, so that their squares are normal doubles.
 */
public final class Angles {

    private double product;
    private double squareA;
    private double squareB;

    /** Makes an angle between two vectors that have no components yet. */
    public Angles() {}

    /**
     * The angle between two vectors, in degrees, 0..180; NaN where one of them is zero.
     *
     * @throws IllegalArgumentException where their lengths differ
     */
    public static double degrees(double[] a, double[] b) {
        return new Angles().add(a, b).degrees();
    }

    /**
     * The angle between two matrices of equal shape, each taken as one long vector, in degrees; NaN where one of them
     * is zero.
     *
     * @throws IllegalArgumentException where their shapes differ
     */
    public static double degrees(double[][] a, double[][] b) {
        return new Angles().add(a, b).degrees();
    }

    /** Appends one component to each vector. */
    public Angles add(double a, double b) {
        product += a * b;
        squareA += a * a;
        squareB += b * b;
        return this;
    }

    /**
     * Appends components to both vectors.
     *
     * @throws IllegalArgumentException where the lengths differ
     */
    public Angles add(double[] a, double[] b) {
        requireEqual(a.length, b.length);
        for (int i = 0; i < a.length; i++) {
            add(a[i], b[i]);
        }
        return this;
    }

    /**
     * Appends the rows of two matrices.
     *
     * @throws IllegalArgumentException where the shapes differ
     */
    public Angles add(double[][] a, double[][] b) {
        requireEqual(a.length, b.length);
        for (int i = 0; i < a.length; i++) {
            add(a[i], b[i]);
        }
        return this;
    }

    /** Appends all that another pair of vectors has collected. */
    public Angles add(Angles other) {
        product += other.product;
        squareA += other.squareA;
        squareB += other.squareB;
        return this;
    }

    /** The angle so far, in degrees, 0..180; NaN where one of the vectors is zero. */
    public double degrees() {
        double cosine = product / (StrictMath.sqrt(squareA) * StrictMath.sqrt(squareB));
        // Rounding may push the cosine of parallel vectors beyond 1, where acos has no value.
        return StrictMath.toDegrees(StrictMath.acos(Math.max(-1, Math.min(1, cosine))));
    }

    private static void requireEqual(int a, int b) {
        if (a != b) {
            throw new IllegalArgumentException("an angle is between vectors of one length, not " + a + " and " + b);
        }
    }
}
