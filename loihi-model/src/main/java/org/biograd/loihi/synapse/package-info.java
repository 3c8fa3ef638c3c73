/** Synapses of the chip: how a weight is stored, what it adds to a current, and how spikes deliver it. */
package org.biograd.loihi.synapse;
