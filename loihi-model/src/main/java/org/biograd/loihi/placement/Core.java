package org.biograd.loihi.placement;

import java.util.List;

/**
 * What a core holds.
 *
 * @param number the core, from 0, over all chips
 * @param holds which neurons of which population, in words
 * @param compartments compartments in use
 * @param inputAxons input axons in use
 * @param outputAxons output axons in use
 * @param synapticBits bits of synaptic state in use
 */
public record Core(
        int number, List<String> holds, int compartments, int inputAxons, int outputAxons, int synapticBits) {}
