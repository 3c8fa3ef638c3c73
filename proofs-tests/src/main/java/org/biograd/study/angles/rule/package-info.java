/**
 * Rules that make an update of a recorded run: BioGrad's, the same with causes of its error removed one after another,
 * and other local rules for the error of hidden layers.
 *
 * <p>Read {@link org.biograd.study.angles.rule.Rule} and {@link org.biograd.study.angles.rule.Remedy} first. {@code
 * study.angles} depends on it.
 */
package org.biograd.study.angles.rule;
