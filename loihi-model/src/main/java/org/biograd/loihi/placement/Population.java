package org.biograd.loihi.placement;

/**
 * Neurons of one kind.
 *
 * @param name what it is called
 * @param size how many neurons
 * @param compartments compartments of a neuron, which stay on one core; 0 where its spikes come from outside the cores
 */
public record Population(String name, int size, int compartments) {

    /** Whether its spikes come from outside, so that it needs no place. */
    public boolean outside() {
        return compartments == 0;
    }
}
