/**
 * Labelled samples: the handwritten digits that ship with BioGrad, IDX files, recordings of events and their
 * simulation (spec chapter 15).
 *
 * <p>Read {@link org.biograd.data.Samples} and {@link org.biograd.data.DataFolder} first; skip {@link
 * org.biograd.data.Saccade} unless events are to be simulated. Trainings, studies and the command depend on it.
 */
package org.biograd.data;
