package org.biograd.study.angles.rule;

/** How the feedback weights of the hidden layers came about. */
public enum Feedback {

    /** Transposed product of the forward matrices above the layer. */
    ALIGNED,

    /** As drawn, unrelated to the forward weights. */
    RANDOM,

    /** Drawn at random, then aligned by the weight mirror in sleep. */
    SLEPT,

    /** The output layer, which has no feedback weights. */
    NONE
}
