/**
 * Labelled samples: the handwritten digits that ship with BioGrad, IDX files, recordings of events and their
 * simulation.
 */
package org.biograd.data;
