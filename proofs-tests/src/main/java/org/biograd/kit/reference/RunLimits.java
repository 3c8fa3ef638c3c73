package org.biograd.kit.reference;

import org.apache.commons.numbers.fraction.BigFraction;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.spec.Shape;

/** How large a run, and how long the fractions of a case, may be. */
final class RunLimits {

    /** The largest power of Oja's decay. */
    static final int POWER = 16;

    private static final long NEURON_STEPS = 1L << 21;
    private static final long SYNAPSE_STEPS = 10_000_000_000L;
    private static final long FRACTION_WORDS = 1L << 23;
    private static final long FRACTION_WORK = 1L << 29;

    private RunLimits() {}

    /** Refuses a run that is too long for its size. */
    static void requireRun(Shape shape, long steps) throws BadCaseException {
        long neurons = 0;
        long synapses = 0;
        for (int l = 0; l <= shape.layers(); l++) {
            neurons += shape.size(l);
            synapses += l == 0 ? 0 : shape.synapses(l);
        }
        if (neurons * steps > NEURON_STEPS || synapses * steps > SYNAPSE_STEPS) {
            throw BadCaseException.field(
                    "params",
                    steps + " steps of " + neurons + " neurons and " + synapses + " synapses; at most " + NEURON_STEPS
                            + " neurons times steps and " + SYNAPSE_STEPS + " synapses times steps are answered");
        }
    }

    /**
     * Refuses an exact case whose fractions would grow beyond reason.
     *
     * @param runs how many runs of so many steps
     * @param traces whether there are traces, whose digits grow with the square of the steps
     * @param values all numbers of the case
     */
    static void requireDigits(Shape shape, Neuron neuron, int steps, int runs, boolean traces, double[]... values)
            throws BadCaseException {
        long decay = bits(neuron.decay());
        long widest = Math.max(Math.max(bits(neuron.theta()), bits(neuron.win())), bits(neuron.amp()));
        for (double[] vector : values) {
            for (double value : vector) {
                widest = Math.max(widest, bits(value));
            }
        }
        long t = steps;
        long bits = t * decay + widest;
        if (traces) {
            bits = shape.layers() * (t * t * decay / 2 + t * (decay + widest + 64) + 2 * t * t);
        }
        long synapses = 0;
        for (int l = 1; l <= shape.layers(); l++) {
            synapses += traces ? shape.synapses(l) : shape.size(l);
        }
        long words = 2 + bits / 64;
        long fractions = synapses * t * runs;
        if (words > FRACTION_WORDS || fractions * words > FRACTION_WORDS || fractions * words > FRACTION_WORK / words) {
            throw BadCaseException.field(
                    "params.arithmetic",
                    "\"exact\" for " + fractions + " fractions of up to " + bits
                            + " bits; fewer steps, fewer neurons or numbers with fewer binary places would fit, or "
                            + "\"float64\"");
        }
    }

    private static long bits(double value) {
        BigFraction fraction = BigFraction.from(value);
        return fraction.getNumerator().bitLength()
                + (long) fraction.getDenominator().bitLength()
                - 1;
    }
}
