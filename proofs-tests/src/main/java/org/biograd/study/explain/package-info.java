/**
 * {@code ./biograd explain}: one training sample, or one sleep, as lines of arithmetic, each with its clause, and each
 * recalculated from what it prints.
 *
 * <p>Read {@link org.biograd.study.explain.Line} first, then {@link org.biograd.study.explain.ForwardLines}; skip
 * {@link org.biograd.study.explain.Tokens}. What {@code check} does shares no arithmetic with
 * the lines. {@code cli} depends on it, and the page to play with of the site.
 */
package org.biograd.study.explain;
