/**
 * The network in rational numbers, where "equal" can be asked for: its theorems are checked with equality.
 *
 * <p>Each class is one equation for a whole run: it takes the history of what is below it and returns a history of its
 * own, indexed by the step as in the equations. Begin with {@link org.biograd.reference.exact.ExactNetwork#learn
 * ExactNetwork.learn}: voltages, spikes and gates ({@link org.biograd.reference.exact.LayerRun}), eligibilities ({@link
 * org.biograd.reference.exact.Eligibility}), errors ({@link org.biograd.reference.exact.ErrorFunctions}), error spikes
 * ({@link org.biograd.reference.exact.ErrorNeurons}), dendrites, and what learning makes of them ({@link
 * org.biograd.reference.exact.Gradient}). {@link org.biograd.reference.exact.BackpropagationThroughTime} computes the
 * gradient that they stand for from the same history, in the opposite direction.
 *
 * <p>Everything is exact but one function: the exponential of the softmax error is not rational, and is handed in.
 *
 * <p>Fractions grow with the steps: a voltage has t times the digits of the decay, a trace of mode FULL t^2 times. This
 * is for small networks.
 */
package org.biograd.reference.exact;
