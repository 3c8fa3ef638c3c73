package org.biograd.loihi;

/** What a fact about the chip rests on. */
public enum Basis {

    /** Stated in a publication of the chip's makers. */
    PUBLISHED,

    /** Read from the source of public emulators, which agree on it; not seen in a publication. */
    EMULATOR_KNOWLEDGE
}
