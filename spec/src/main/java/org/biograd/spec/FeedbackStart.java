package org.biograd.spec;

/** How the feedback weights B begin (NET-5). */
public enum FeedbackStart {

    /** As the transposed product of the forward matrices above the layer. */
    ALIGNED,

    /** As uniform draws that know nothing of the forward weights: sleep has to align them. */
    RANDOM
}
