package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.IntegerNetwork;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;

/** Runs the network and the model side by side. */
final class SideBySide {

    private SideBySide() {}

    /**
     * Trains both on a case and requires equal bits throughout.
     *
     * @return the network, for a look at what the case has reached
     */
    static Network train(NetworkCase of) {
        Log expected = new Log();
        SpecModel model = new SpecModel(of.sizes(), of.profile(), of.seed());
        model.showTo(expected);
        model.train(of.intensities(), of.labels(), of.epochs());

        Log actual = new Log();
        Network network = new Network(of.shape(), of.profile(), of.seed());
        Trainer trainer = new Trainer(network, new RateCoded(of.intensities(), network.seed()), of.labels());
        Schedule schedule = new Schedule(of.profile(), of.seed(), of.labels().length, of.epochs());
        while (schedule.hasNext()) {
            trainer.perform(schedule.next(), actual);
        }
        requireEqual(expected, actual, of);
        requireEqual(model, network, of);
        RateCoder coder = new RateCoder(of.seed());
        SpikeTrain input = new SpikeTrain(of.sizes()[0], of.profile().time().steps());
        for (int number = 0; number < of.labels().length; number++) {
            coder.encodeTest(number, of.intensities()[number], input);
            int[][] spikes = model.encode("TEST_INPUT", number, of.intensities()[number]);
            assertEquals(model.predict(spikes), network.predict(input), () -> "prediction in " + of);
        }
        requireEqual(model, network, of);
        return network;
    }

    static void requireEqual(Log expected, Log actual, NetworkCase of) {
        String difference = expected.difference(actual);
        if (difference != null) {
            fail("the network differs from the spec at " + difference + "\nin " + of);
        }
    }

    /** Requires equal weights, digests and events. */
    static void requireEqual(SpecModel model, IntegerNetwork network, NetworkCase of) {
        for (int l = 1; l < of.sizes().length; l++) {
            assertArrayEquals(model.weights(l), network.weights(l), "weights of layer " + l + " in " + of);
        }
        for (int l = 1; l < of.sizes().length - 1; l++) {
            assertArrayEquals(model.feedback(l), network.feedback(l), "feedback of layer " + l + " in " + of);
        }
        assertEquals(model.digest(), Digest.of(network), () -> "digest in " + of);
        long saturations = 0;
        for (Signal signal : Signal.values()) {
            assertEquals(
                    model.events(signal), network.events().count(signal), () -> "events of " + signal + " in " + of);
            saturations += signal == Signal.SYNAPTIC_INPUT ? 0 : model.events(signal);
        }
        assertEquals(model.events(Signal.SYNAPTIC_INPUT), network.events().wraps());
        assertEquals(saturations, network.events().saturations());
    }
}
