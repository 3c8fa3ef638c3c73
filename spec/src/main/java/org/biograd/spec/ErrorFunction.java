package org.biograd.spec;

/** What is fed back: the error of output k at step t (ERR-2, ERR-3). */
public enum ErrorFunction {

    /** The softmax of the spike counts so far, minus one at the label. */
    SOFTMAX,

    /** The firing rate so far, minus one at the label. */
    DIFFERENCE
}
