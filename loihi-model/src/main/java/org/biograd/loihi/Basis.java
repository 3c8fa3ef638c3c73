package org.biograd.loihi;

/** What a fact about the chip rests on. */
public enum Basis {

    /** Stated in a publication, which the source names; quotations of it were read, not always the original. */
    PUBLISHED,

    /** Published by the chip's makers as the result of circuit simulation before there was silicon. */
    SIMULATED,

    /** Read from the source of public emulators, or shown by what they compute; not seen in a publication. */
    EMULATOR_KNOWLEDGE,

    /** A choice of this project. */
    OURS
}
