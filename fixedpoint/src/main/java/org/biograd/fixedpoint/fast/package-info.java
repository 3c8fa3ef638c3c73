/**
 * The integer network again, sooner: narrow words that become vector code, rows of weights copied once a sample, whole
 * samples layer by layer, eligibilities only where an error reads them, threads. Nothing else uses this package;
 * without it the project would be right and slow.
 *
 * <p>Every class opens with the plain class that it equals, the condition, the test that holds them equal and the
 * benchmark that pays for it. Read {@link org.biograd.fixedpoint.fast.FastNetwork} first, then {@code FastLayer} and
 * {@code FastEligibility}; {@link org.biograd.fixedpoint.fast.ParallelTrainer} and {@link
 * org.biograd.fixedpoint.fast.Team} share the work between threads.
 */
package org.biograd.fixedpoint.fast;
