package org.biograd.study.angles;

/** What a network computes in. */
public enum NumberSystem {

    /** Doubles, every decision its own. */
    REAL,

    /** The integers of the profile. */
    INTEGER
}
