/**
 * Learning rules beside each other: {@code biograd rules}. Every rule learns the same samples in the same words; what
 * it holds, computes and reaches goes into one table.
 *
 * <p>Begin with {@link org.biograd.study.rules.RuleTrial}, one training of one rule; {@link
 * org.biograd.study.rules.Comparison} does them all, and the rest writes what came of it.
 */
package org.biograd.study.rules;
