/**
 * BioGrad as a program of the chip: populations of compartments, groups of synapses, traces, tags and learning rules,
 * and a host for what none of these can do. It computes, bit for bit, what the integer network of the profile computes.
 */
package org.biograd.loihi.program;
