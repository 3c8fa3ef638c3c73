package org.biograd.spec;

/** How a right shift by k bits rounds (WORD-4). */
public enum Rounding {

    /** Toward minus infinity: an arithmetic shift. */
    FLOOR,

    /** The magnitude is floored. */
    TOWARD_ZERO,

    /** To the nearest; a tie to the even neighbour. */
    NEAREST_EVEN,

    /** The magnitude is ceiled: any non-zero remainder moves away from zero. */
    AWAY_FROM_ZERO,

    /** Up with probability remainder / 2^k, decided by a k-bit draw. */
    STOCHASTIC
}
