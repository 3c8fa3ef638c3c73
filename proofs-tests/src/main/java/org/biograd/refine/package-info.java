/**
 * Theorem T6, checked by running: the chip-level program beside the integer network, every signal of every step equal.
 */
package org.biograd.refine;
