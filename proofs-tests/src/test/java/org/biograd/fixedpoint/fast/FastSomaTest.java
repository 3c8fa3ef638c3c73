package org.biograd.fixedpoint.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.biograd.fixedpoint.Events;
import org.biograd.network.SomaContract;
import org.biograd.spec.profile.SomaParameters;

/** The fast form, narrow where it fits; the list of those that spike is read off, too. */
class FastSomaTest extends SomaContract {

    @Override
    protected Neurons neurons(int size, SomaParameters parameters, int weightShift, Events events) {
        FastSoma soma = new FastSoma(size, parameters, weightShift, events);
        return new Neurons() {
            @Override
            public void step(int[] sum) {
                soma.step(sum);
            }

            @Override
            public int[] voltages() {
                return soma.voltage;
            }

            @Override
            public int[] spikes() {
                int[] spikes = new int[size];
                for (int s = 0; s < soma.spikes; s++) {
                    spikes[soma.spiking[s]]++;
                }
                for (int i = 0; i < size; i++) {
                    assertEquals(soma.spike[i], spikes[i], "list and spikes agree");
                }
                return spikes;
            }
        };
    }
}
