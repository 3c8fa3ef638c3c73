package org.biograd.angles;

/** What a network computes in. */
public enum Arithmetic {

    /** Doubles, every decision its own. */
    REAL,

    /** The integers of the profile. */
    INTEGER
}
