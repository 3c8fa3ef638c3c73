/**
 * {@code ./biograd explain}: one training sample, or one sleep, as lines of arithmetic, each with its clause, and each
 * recalculated from what it prints.
 *
 * <p>Read {@link org.biograd.study.explain.Line} first, then {@link org.biograd.study.explain.ForwardLines}; skip
 * {@link org.biograd.study.explain.Tokens}. {@link org.biograd.study.explain.Evaluator} shares no arithmetic with the
 * lines that it checks. {@code cli} depends on it, and the page to play with of the site.
 */
package org.biograd.study.explain;
