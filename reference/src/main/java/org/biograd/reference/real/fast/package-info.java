/**
 * The network in double precision once more, for trainings of a useful length: the same doubles as {@link
 * org.biograd.reference.real.RealNetwork}, computed in another order. Skip this package on a first reading: nothing is
 * stated here that the readable package does not state, and it could be deleted with no loss but time.
 *
 * <p>Begin, if at all, with {@link org.biograd.reference.real.fast.RealTraining RealTraining}. A sample goes through
 * the network layer by layer ({@code SampleRun}, {@code LayerRun}) over the turned weights ({@code FanOut}) and leaves
 * its voltages and spikes ({@code Raster}); then each neuron learns the whole batch ({@code RowUpdate}, {@code
 * NeuronCourse}). A trajectory of sleep is a {@code SleepRun}. Each class says which readable one it equals and when.
 *
 * <p>This package uses {@code org.biograd.reference.real}, which does not know of it; a test holds that. Trainings in
 * doubles ({@code org.biograd.train}) use this package.
 */
package org.biograd.reference.real.fast;
