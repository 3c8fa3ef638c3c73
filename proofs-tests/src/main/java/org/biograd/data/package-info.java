/** Labelled samples, and the handwritten digits that ship with BioGrad. */
package org.biograd.data;
