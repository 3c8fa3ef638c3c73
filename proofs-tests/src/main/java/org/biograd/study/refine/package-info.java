/**
 * Theorem T6, checked by running: the chip-level program beside the integer network, every signal of every step equal.
 *
 * <p>Read {@link org.biograd.study.refine.Refinement} first. Only the command depends on it.
 */
package org.biograd.study.refine;
