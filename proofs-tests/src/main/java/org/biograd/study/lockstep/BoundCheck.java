package org.biograd.study.lockstep;

/** How the deviations of one signal stand to the bound that its roundings explain. */
public final class BoundCheck {

    private double bound = Double.POSITIVE_INFINITY;
    private double largest;
    private long compared;
    private long exempt;

    BoundCheck() {}

    /**
     * Takes in deviations that the bound holds for.
     *
     * @param worst the largest of them, in LSB
     * @param values how many there are
     * @param stated the bound, in LSB
     */
    void add(double worst, int values, double stated) {
        bound = stated;
        largest = Math.max(largest, worst);
        compared += values;
    }

    /** Counts values that the bound says nothing of, because something that leads to them wrapped or saturated. */
    void addExempt(int values) {
        exempt += values;
    }

    void addAll(BoundCheck other) {
        if (other.compared > 0) {
            bound = other.bound;
        }
        compared += other.compared;
        exempt += other.exempt;
        largest = Math.max(largest, other.largest);
    }

    /** Whether every deviation was within the bound. */
    public boolean holds() {
        return largest <= bound;
    }

    /** The bound, in LSB. */
    public double bound() {
        return bound;
    }

    /** The largest deviation that the bound holds for, in LSB. */
    public double largest() {
        return largest;
    }

    /** How many values the bound was checked for. */
    public long compared() {
        return compared;
    }

    /** How many values were left out. */
    public long exempt() {
        return exempt;
    }
}
