package org.biograd.loihi.cost;

/** The counts of one phase. */
final class Tally {

    /** By term, on all cores. */
    final long[] total = new long[Term.values().length];

    /** By term, on the core that was the slowest of its step. */
    final long[] slowest = new long[Term.values().length];

    /** How many samples, or sleeps, were finished. */
    long finished;
}
