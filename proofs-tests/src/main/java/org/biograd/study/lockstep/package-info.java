/**
 * Runs the integer network and the reference in lock-step: the same weights, the same input spikes, the same noise,
 * and the integer network's decisions forced upon the reference, so that every signal of every step can be compared.
 *
 * <p>Read {@link org.biograd.study.lockstep.Lockstep} first, then {@link org.biograd.study.lockstep.Bounds}; skip
 * {@link org.biograd.study.lockstep.Crew}, which only spreads the work over threads. {@code study.verify} and {@code
 * study.angles} depend on it.
 */
package org.biograd.study.lockstep;
