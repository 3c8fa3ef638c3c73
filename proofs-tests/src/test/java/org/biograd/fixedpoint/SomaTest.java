package org.biograd.fixedpoint;

import java.util.Arrays;
import org.biograd.network.SomaContract;
import org.biograd.spec.profile.SomaParameters;

/** The plain form. */
class SomaTest extends SomaContract {

    @Override
    protected Neurons neurons(int size, SomaParameters parameters, int weightShift, Events events) {
        Soma soma = new Soma(size, parameters, weightShift, events);
        return new Neurons() {
            @Override
            public void step(int[] sum) {
                soma.step(Arrays.stream(sum).asLongStream().toArray());
            }

            @Override
            public int[] voltages() {
                return soma.voltages();
            }

            @Override
            public int[] spikes() {
                return soma.spikes();
            }
        };
    }
}
