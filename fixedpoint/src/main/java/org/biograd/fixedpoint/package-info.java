/**
 * The integer network in its plain form: one class per group of clauses, every clause as it stands, always observable.
 *
 * <p>In the order in which a sample passes through: {@link org.biograd.fixedpoint.RateCode}, {@link
 * org.biograd.fixedpoint.Synapses}, {@link org.biograd.fixedpoint.Soma}, {@link
 * org.biograd.fixedpoint.SurrogateGate}, the traces, {@link org.biograd.fixedpoint.Eligibility}, {@link
 * org.biograd.fixedpoint.OutputError}, {@link org.biograd.fixedpoint.ErrorNeurons}, {@link
 * org.biograd.fixedpoint.ErrorDendrite}, {@link org.biograd.fixedpoint.WeightUpdate}; and, between samples, the weight
 * mirror with {@link org.biograd.fixedpoint.SleepNoise} and {@link org.biograd.fixedpoint.FeedbackUpdate}. {@link
 * org.biograd.fixedpoint.Network} puts them in order. Words and draws are in {@code word}.
 *
 * <p>A step of any of them reads, draws, computes exactly, stores (rounds, saturates, wraps) and counts, in this order.
 * Every clause has one home here, the method that bears its mark.
 *
 * <p>To be skipped on a first reading: {@code run}, which runs a training, and {@code fast}, which holds the same bits
 * sooner and could be deleted. This package uses neither.
 */
package org.biograd.fixedpoint;
