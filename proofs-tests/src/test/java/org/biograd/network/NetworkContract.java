package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.biograd.fixedpoint.IntegerNetwork;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.junit.jupiter.api.Test;

/** A whole training, sleeps included, of any form: weights, digest, events and predictions are those of the model. */
@Clause({
    "NET-1", "NET-2", "NET-3", "NET-4", "NET-5", "NET-7", "NET-8", "LEARN-4", "SLEEP-1", "SLEEP-2", "SLEEP-3",
    "SLEEP-4", "ERR-4", "ERR-5", "ERR-6", "ERR-7", "ERR-8", "ERR-9", "OBS-2"
})
public abstract class NetworkContract {

    private static final int CASES = 300;

    /** A network of the form at hand, trained on a case. */
    protected abstract IntegerNetwork trained(NetworkCase of);

    @Provide
    Arbitrary<NetworkCase> cases() {
        return Arbitraries.randomValue(random -> ModelledSample.online(NetworkCase.of(random), random));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void aTrainingEqualsTheModel(@ForAll("cases") NetworkCase of) {
        requireEqual(of);
    }

    /** The same in every run. */
    @Test
    void fixedCasesEqualTheModelAndMeetTheEndsOfEveryWord() {
        long[] events = new long[Signal.values().length];
        for (int n = 0; n < CASES; n++) {
            IntegerNetwork network = requireEqual(ModelledSample.drawn(n));
            for (Signal signal : Signal.values()) {
                events[signal.ordinal()] += network.events().count(signal);
            }
        }
        for (Signal signal : new Signal[] {
            Signal.SYNAPTIC_INPUT,
            Signal.MEMBRANE_VOLTAGE,
            Signal.TRACE,
            Signal.ELIGIBILITY,
            Signal.WEIGHT_CHANGE,
            Signal.WEIGHT,
            Signal.DENDRITE,
            Signal.LEARNING_ERROR,
            Signal.FEEDBACK_WEIGHT
        }) {
            assertTrue(events[signal.ordinal()] > 0, "no case has an event of " + signal);
        }
    }

    private IntegerNetwork requireEqual(NetworkCase of) {
        SpecModel model = new SpecModel(of.sizes(), of.profile(), of.seed());
        model.train(of.intensities(), of.labels(), of.epochs());
        IntegerNetwork network = trained(of);
        SideBySide.requireEqual(model, network, of);
        RateCoder coder = new RateCoder(of.seed());
        SpikeTrain input = new SpikeTrain(of.sizes()[0], of.profile().time().steps());
        for (int number = 0; number < of.labels().length; number++) {
            coder.encodeTest(number, of.intensities()[number], input);
            int[][] spikes = model.encode("TEST_INPUT", number, of.intensities()[number]);
            assertEquals(model.predict(spikes), network.predict(input), () -> "prediction in " + of);
        }
        SideBySide.requireEqual(model, network, of);
        return network;
    }
}
