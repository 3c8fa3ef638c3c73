/**
 * Studies: every point of a study file trained with every seed, measured, and compared with the base.
 *
 * <p>Read {@link org.biograd.study.sweep.Sweep} first, then {@link org.biograd.study.sweep.PointTraining}; {@code
 * study.sweep.plan} says what is tried, {@code study.sweep.report} tells of it. The command depends on it.
 */
package org.biograd.study.sweep;
