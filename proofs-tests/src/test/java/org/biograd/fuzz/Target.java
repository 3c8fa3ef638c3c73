package org.biograd.fuzz;

import java.util.SplittableRandom;

/** Something that reads, or a command. */
public interface Target {

    /** A few words for messages. */
    String name();

    /** How many of a thousand inputs it gets. */
    int share();

    /** The most bytes that may be allocated for an input, one after the other, beside what its length warrants. */
    default long allocation() {
        return 512L << 20;
    }

    /** Makes an input. */
    byte[] make(SplittableRandom random) throws Exception;

    /**
     * Has it read. It may accept the input or refuse it in the way that it promises; every other exception or error,
     * {@link AssertionError} among them, is a finding.
     */
    void read(byte[] input) throws Exception;
}
