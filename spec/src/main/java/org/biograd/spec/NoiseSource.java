package org.biograd.spec;

/**
 * Where the noise of sleep comes from (SLEEP-1): whoever holds the draws, or a recording of them, fills one trajectory
 * at a time.
 *
 * <p>Two implementations that sleep on the same source sleep on the same spikes.
 */
@FunctionalInterface
public interface NoiseSource {

    /**
     * Writes the noise spikes of one trajectory: {@link SpikeTrain#clear() clears} both trains, then fills every step
     * of both. A neuron may spike in both at once.
     *
     * @param layer the hidden layer that sleeps, 1..L-1
     * @param trajectory the number of the trajectory, from 0
     * @param positive the positive spikes: as many neurons as the layer has, as many steps as the trajectory has
     * @param negative the negative spikes, of the same size
     */
    void fill(int layer, int trajectory, SpikeTrain positive, SpikeTrain negative);
}
