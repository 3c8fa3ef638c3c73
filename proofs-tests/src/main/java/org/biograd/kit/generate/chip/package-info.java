/**
 * Cases of the chip's neurons, synapses, traces and rules. Read
 * {@link org.biograd.kit.generate.chip.CompartmentCases}; {@code org.biograd.kit.Catalogue} alone depends on it.
 */
package org.biograd.kit.generate.chip;
