package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.biograd.fixedpoint.Network;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;

/** The network equals the model bit by bit: every signal of every step, all weights, the digest and the events. */
@Clause({
    "PROF-1", "PROF-2", "CODE-1", "DRAW-4", "SYN-1", "SOMA-1", "SOMA-2", "SOMA-3", "SOMA-4", "GATE-1", "ELIG-1",
    "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5", "ERR-1", "ERR-2", "ERR-3", "ERR-4", "ERR-5", "ERR-6", "ERR-7", "ERR-8",
    "ERR-9", "LEARN-1", "LEARN-2", "LEARN-3", "LEARN-4", "SLEEP-1", "SLEEP-2", "SLEEP-3", "SLEEP-4", "NET-1", "NET-2",
    "NET-3", "NET-4", "NET-5", "NET-6", "NET-7", "NET-8", "OBS-1", "OBS-2"
})
class SpecModelTest {

    @Provide
    Arbitrary<NetworkCase> cases() {
        return Arbitraries.randomValue(NetworkCase::of);
    }

    // A case holds all that is random in it and the message names the first difference, so there is nothing to shrink.
    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void aTrainingRunEqualsTheModel(@ForAll("cases") NetworkCase of) {
        SideBySide.train(of);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void anySequenceOfCallsEqualsTheModel(@ForAll("cases") NetworkCase of, @ForAll Random random) {
        SpecModel model = new SpecModel(of.sizes(), of.profile(), of.seed());
        Network network = new Network(of.shape(), of.profile(), of.seed());
        Log expected = new Log();
        Log actual = new Log();
        model.showTo(expected);
        for (int call = 0; call < 6; call++) {
            // Numbers from the whole range of 32 bits, in no order: nothing may depend on what came before.
            long number = random.nextBoolean() ? 0xFFFFFFFFL - random.nextInt(3) : random.nextInt() & 0xFFFFFFFFL;
            int sample = random.nextInt(of.labels().length);
            int[][] spikes = model.encode("INPUT", number, of.intensities()[sample]);
            switch (random.nextInt(3)) {
                case 0:
                    int batch = of.profile().update().batch() == 1 ? 1 : 2;
                    for (int b = 0; b < batch; b++) {
                        model.learn(number - b, spikes, of.labels()[sample]);
                        network.learn(number - b, SpikeTrain.of(spikes), of.labels()[sample], actual);
                    }
                    // A test between a batch and its update changes nothing.
                    assertEquals(model.predict(spikes), network.predict(SpikeTrain.of(spikes)));
                    model.update();
                    network.update(actual);
                    break;
                case 1:
                    model.sleep(number);
                    network.sleep(number, actual);
                    break;
                default:
                    assertEquals(model.predict(spikes), network.predict(SpikeTrain.of(spikes)));
            }
            SideBySide.requireEqual(expected, actual, of);
            SideBySide.requireEqual(model, network, of);
        }
    }
}
