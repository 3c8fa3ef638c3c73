package org.biograd.kit.cases;

/**
 * How large a case may be. A case is there to be looked at; one that would take hours or all memory is more likely a
 * mistake.
 */
public final class Limits {

    /** The most neurons of all layers together, the inputs among them. */
    public static final int NEURONS = 4096;

    /** The most steps of a run, and the most runs of a sleep. */
    public static final int STEPS = 10_000;

    /** The most values of an operation that looks at each of them alone. */
    public static final int VALUES = 65_536;

    /** The most values of one signal in all steps. */
    public static final int SIGNALS = 1 << 20;

    private Limits() {}
}
