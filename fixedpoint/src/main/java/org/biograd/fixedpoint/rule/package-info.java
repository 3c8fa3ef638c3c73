/**
 * Other learning rules in the same integers: one frame, one class per rule, and behind all of them the same weights,
 * draws and updates.
 *
 * <p>A {@link org.biograd.fixedpoint.rule.frame.LearningRule} says what it is by its {@link
 * org.biograd.fixedpoint.rule.frame.RuleCard}: its words with their widths, what it needs, and where it departs from
 * the paper. {@link org.biograd.fixedpoint.rule.frame.RuleNetwork} is a network that learns by it; {@link
 * org.biograd.fixedpoint.rule.Rules} has them all by name.
 */
package org.biograd.fixedpoint.rule;
