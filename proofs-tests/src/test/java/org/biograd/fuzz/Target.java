package org.biograd.fuzz;

import java.util.SplittableRandom;

/** Something that reads, or a command. */
public interface Target {

    /** A few words for messages. */
    String name();

    /** How many of a thousand inputs it gets. */
    int share();

    /** Makes an input. */
    byte[] make(SplittableRandom random) throws Exception;

    /**
     * Has it read. It may accept the input or refuse it in the way that it promises; every other exception or error,
     * {@link AssertionError} among them, is a finding.
     */
    void read(byte[] input) throws Exception;
}
