/**
 * Holds an explanation against itself, in unbounded integers.
 *
 * <p>Read {@link org.biograd.study.explain.check.Evaluator} first; {@code Functions} has what the clauses name. It
 * shares no arithmetic with the network. {@code cli} depends on it, and the page to play with of the site.
 */
package org.biograd.study.explain.check;
