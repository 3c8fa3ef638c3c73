package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.biograd.fixedpoint.Digest;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoded;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.junit.jupiter.api.Test;

/** What does not fit is refused at the border, with a message that says what would, and leaves no trace. */
@Clause("NET-1")
class NetworkBordersTest {

    private final Profile tiny = Profiles.tiny();
    private final Network network = new Network(Shape.of(3, 2), tiny, 1);

    private void refused(String why, Runnable call) {
        String before = Digest.of(network);
        IllegalArgumentException said = assertThrows(IllegalArgumentException.class, call::run);
        assertTrue(said.getMessage().contains(why), said.getMessage());
        assertEquals(before, Digest.of(network));
    }

    @Test
    void spikesThatDoNotFit() {
        int steps = tiny.time().steps();
        SpikeTrain wide = SpikeTrain.of(new int[steps][4]);
        SpikeTrain longer = SpikeTrain.of(new int[steps + 1][3]);
        SpikeTrain unfinished = new SpikeTrain(3, steps);
        refused("4 over " + steps, () -> network.learn(0, wide, 0, Observer.NONE));
        refused("3 over " + (steps + 1), () -> network.learn(0, longer, 0, Observer.NONE));
        refused("unfinished", () -> network.learn(0, unfinished, 0, Observer.NONE));
        refused("unfinished", () -> network.predict(unfinished));
    }

    @Test
    void labelsAndNumbersOutOfRange() {
        SpikeTrain input = SpikeTrain.of(new int[tiny.time().steps()][3]);
        refused("label -1", () -> network.learn(0, input, -1, Observer.NONE));
        refused("label 2", () -> network.learn(0, input, 2, Observer.NONE));
        refused("sample number -1", () -> network.learn(-1, input, 0, Observer.NONE));
        refused("sample number 4294967296", () -> network.learn(1L << 32, input, 0, Observer.NONE));
        network.learn(0xFFFFFFFFL, input, 1, Observer.NONE);
    }

    @Test
    void weightsOfAnotherShapeAndLabelsOfAnotherLength() {
        refused("3-2", () -> network.copyWeights(new Network(Shape.of(2, 2), tiny, 1)));
        refused("labels", () -> new Trainer(network, new RateCoded(new byte[2][3], network.seed()), new int[1]));
        refused(
                "2 inputs do not fit a network of 3",
                () -> new Trainer(network, new RateCoded(new byte[1][2], network.seed()), new int[1]));
    }

    @Test
    void sourcesWithoutSamplesOrOfSeveralSizes() {
        refused("at least one", () -> new RateCoded(new byte[0][], 1));
        refused(
                "sample 1 has 3 intensities, sample 0 has 2",
                () -> new RateCoded(new byte[][] {new byte[2], new byte[3]}, 1));
    }
}
