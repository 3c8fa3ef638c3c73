package org.biograd.study.bench;

/**
 * What happened in a pass, counted exactly.
 *
 * @param samples samples that were shown
 * @param synapticEvents spikes times the synapses at which each arrived
 * @param withError samples in which some neuron had a learning error that is not 0
 */
public record Counts(int samples, long synapticEvents, int withError) {}
