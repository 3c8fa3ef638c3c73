/**
 * What runs a training, none of it arithmetic on weights: samples as spikes ({@link
 * org.biograd.fixedpoint.run.InputSource}, {@link org.biograd.fixedpoint.run.RateCoded}), their order ({@link
 * org.biograd.fixedpoint.run.SampleOrder}), when to update and when to sleep ({@link
 * org.biograd.fixedpoint.run.Schedule}), and who does it ({@link org.biograd.fixedpoint.run.Trainer}).
 *
 * <p>Read {@code Schedule} and {@code Trainer} first. Uses the plain network; {@code fast} uses this package, never the
 * reverse.
 */
package org.biograd.fixedpoint.run;
