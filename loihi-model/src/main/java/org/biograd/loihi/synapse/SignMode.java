package org.biograd.loihi.synapse;

/** Which signs the weights of a group of synapses have. */
public enum SignMode {

    /** Both; one bit of a weight is its sign. */
    MIXED(1),

    /** 0 or more. */
    EXCITATORY(0),

    /** 0 or less. */
    INHIBITORY(0);

    private final int signBits;

    SignMode(int signBits) {
        this.signBits = signBits;
    }

    /** How many bits of a stored weight are a sign: 1 where both signs are possible, else 0. */
    public int signBits() {
        return signBits;
    }
}
