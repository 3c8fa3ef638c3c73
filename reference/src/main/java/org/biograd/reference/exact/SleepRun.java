package org.biograd.reference.exact;

import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What a sleep of one hidden layer counted.
 *
 * @param noise H_i of every trajectory, [trajectory][neuron of the layer]
 * @param output O_k of every trajectory, [trajectory][neuron of the layer that feedback comes from]
 * @param hebb sum H_i O_k over the trajectories, [neuron of the layer][neuron of the layer that feedback comes from]
 */
public record SleepRun(BigFraction[][] noise, BigFraction[][] output, BigFraction[][] hebb) {}
