/**
 * How far BioGrad's update is from the exact surrogate gradient, why, and what local changes of the rule would do
 * about it.
 *
 * <p>Read {@link org.biograd.study.angles.AngleStudy} first, then {@link org.biograd.study.angles.BatchStudy}, where a
 * batch of samples is compared. The rules themselves are in {@code study.angles.rule}, what is written in {@code
 * study.angles.report}. Besides these only the command depends on it.
 */
package org.biograd.study.angles;
