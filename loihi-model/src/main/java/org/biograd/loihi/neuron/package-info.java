/** Compartments: what a neuron of the chip is made of, step by step in integers. */
package org.biograd.loihi.neuron;
