package org.biograd.loihi.cost;

import org.biograd.spec.Clause;

/** What is counted (COST-6, COST-7). */
@Clause(
        value = {"COST-6", "COST-7"},
        form = Clause.Form.PART)
public enum Term {

    /** A spike at a synapse that it reaches. */
    SYNAPTIC_EVENT("synaptic events"),

    /** A visit of the learning engine to a synapse. */
    SYNAPTIC_UPDATE("synaptic updates"),

    /** A step of a compartment that received input, or whose current or voltage is not 0. */
    ACTIVE_UPDATE("neuron updates, active"),

    /** A step of any other compartment in use. */
    INACTIVE_UPDATE("neuron updates, inactive"),

    /** A message of a spike to a core of its own tile. */
    SPIKE_WITHIN_TILE("spikes within a tile"),

    /** A hop of a message between tiles of a row. */
    HOP_EAST_WEST("tile hops, east-west"),

    /** A hop of a message between rows of tiles. */
    HOP_NORTH_SOUTH("tile hops, north-south"),

    /** A message to a core of another chip. */
    CHIP_CROSSING("messages between chips"),

    /** A message from outside to a core: inputs, biases, noise. */
    INJECTED_SPIKE("spikes from outside"),

    /** A random number that the learning engine rounds with. */
    RANDOM_NUMBER("random numbers"),

    /** A word that the host reads. */
    HOST_READ("words read by the host"),

    /** A word that the host writes. */
    HOST_WRITE("words written by the host"),

    /** The end of a step, when all cores wait for each other. */
    BARRIER("barriers");

    private final String words;

    Term(String words) {
        this.words = words;
    }

    /** How it is called in tables and messages. */
    public String words() {
        return words;
    }
}
