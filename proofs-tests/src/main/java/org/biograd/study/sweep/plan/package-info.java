/**
 * What a study tries: its file, axes, designs and rules, and the points that come of them. Nothing is trained here.
 *
 * <p>Read {@link org.biograd.study.sweep.plan.Study} first, then {@link org.biograd.study.sweep.plan.Planner}; skip
 * {@link org.biograd.study.sweep.plan.Expression}. {@code study.sweep} depends on it.
 */
package org.biograd.study.sweep.plan;
