package org.biograd.loihi.placement;

/**
 * What one spike of a neuron sets in motion: a message to every core that it reaches.
 *
 * @param cores how many cores it reaches
 * @param withinTile messages to cores of the neuron's own tile, its own core included
 * @param eastWest hops of all messages to other tiles of the chip between tiles of a row
 * @param northSouth hops of all messages to other tiles of the chip between rows
 * @param otherChips messages to cores of other chips
 */
public record Route(int cores, int withinTile, int eastWest, int northSouth, int otherChips) {}
