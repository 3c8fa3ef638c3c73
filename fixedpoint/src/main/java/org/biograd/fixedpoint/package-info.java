/**
 * The integer network, in the order in which a sample passes through it: {@link org.biograd.fixedpoint.RateCoder},
 * {@link org.biograd.fixedpoint.Synapses}, {@link org.biograd.fixedpoint.Soma}, {@link
 * org.biograd.fixedpoint.SurrogateGate}, {@link org.biograd.fixedpoint.Eligibility}, {@link
 * org.biograd.fixedpoint.OutputError}, {@link org.biograd.fixedpoint.ErrorNeurons}, {@link
 * org.biograd.fixedpoint.ErrorDendrite}, {@link org.biograd.fixedpoint.WeightUpdate}; and, between samples, {@link
 * org.biograd.fixedpoint.WeightMirror}. {@link org.biograd.fixedpoint.Network} puts them in order.
 */
package org.biograd.fixedpoint;
