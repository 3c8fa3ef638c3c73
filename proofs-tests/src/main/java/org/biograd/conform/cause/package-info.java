/**
 * What the first value that differs should have been computed from: its clause, its formula and the operands.
 *
 * <p>Read {@link org.biograd.conform.cause.Cause} and {@link org.biograd.conform.cause.Causes}; each operation's lines
 * are written by the class of its subject. Lines are those of {@code study.explain}, and are recalculated before they
 * are shown. {@code conform} and its reports depend on it.
 */
package org.biograd.conform.cause;
