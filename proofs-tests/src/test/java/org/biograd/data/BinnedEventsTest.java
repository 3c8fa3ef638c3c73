package org.biograd.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;
import org.junit.jupiter.api.Test;

/** From events to spikes: by hand, and against sets of pairs. */
@Clause("DATA-3")
class BinnedEventsTest {

    private static SpikeTrain train(int steps, Recording recording) throws IOException {
        SpikeTrain train = new SpikeTrain(2312, steps);
        BinnedEvents.of(steps, 1, index -> recording).test(0, train);
        return train;
    }

    private static Set<String> spikes(SpikeTrain train) {
        assertTrue(train.complete());
        Set<String> spikes = new TreeSet<>();
        for (int t = 0; t < train.steps(); t++) {
            for (int e = train.begin(t); e < train.end(t); e++) {
                spikes.add(t + ":" + train.neuron(e));
            }
        }
        assertEquals(train.events(), spikes.size());
        return spikes;
    }

    /** Twenty steps of 15 ms. */
    @Test
    void aRecordingByHand() throws IOException {
        int off = 34 * 1 + 2;
        int on = 1156 + off;
        int last = 2311;
        int[] inputs = {off, on, on, off, last, off, last, on, on};
        int[] times = {0, 14_999, 14_999, 14_999, 15_000, 29_999, 284_999, 299_999, 300_000};
        assertEquals(
                Set.of("0:" + off, "0:" + on, "1:" + last, "1:" + off, "18:" + last, "19:" + on),
                spikes(train(20, new Recording(inputs, times))));
    }

    @Property(tries = 200)
    void itIsTheSetOfPairs(@ForAll @IntRange(min = 1, max = 400) int steps, @ForAll long seed) throws IOException {
        Random random = new Random(seed);
        int[] inputs = random.ints(200, 0, 2312).toArray();
        int[] times = random.ints(200, 0, random.nextBoolean() ? 1 << 23 : 300_100)
                .sorted()
                .toArray();
        Set<String> expected = new TreeSet<>();
        for (int e = 0; e < times.length; e++) {
            int step = BigInteger.valueOf(times[e])
                    .multiply(BigInteger.valueOf(steps))
                    .divide(BigInteger.valueOf(300_000))
                    .intValueExact();
            if (step < steps) {
                expected.add(step + ":" + inputs[e]);
            }
        }
        assertEquals(expected, spikes(train(steps, new Recording(inputs, times))));
    }

    @Test
    void theMostStepsAndTheLastTimeDoNotOverflow() throws IOException {
        Recording recording = new Recording(new int[] {0, 2311, 7}, new int[] {73, 299_999, (1 << 23) - 1});
        assertEquals(Set.of("0:0", "4095:2311"), spikes(train(4096, recording)));
    }

    @Test
    void trainingAndTestAreTheSameWhateverTheNumber() throws IOException {
        Recording[] recordings = {
            new Recording(new int[] {5}, new int[] {0}), new Recording(new int[] {6, 8}, new int[] {0, 250_000})
        };
        BinnedEvents source = BinnedEvents.of(3, 2, index -> recordings[index]);
        assertEquals(2, source.size());
        assertEquals(2312, source.inputs());
        assertSame(source, source.copy());
        SpikeTrain train = new SpikeTrain(2312, 3);
        source.training(99, 1, train);
        assertEquals(Set.of("0:6", "2:8"), spikes(train));
        source.training(100, 0, train);
        assertEquals(Set.of("0:5"), spikes(train));
        source.test(1, train);
        assertEquals(Set.of("0:6", "2:8"), spikes(train));
    }

    @Test
    void whatDoesNotFitIsRefused() throws IOException {
        BinnedEvents source = BinnedEvents.of(3, 1, index -> new Recording(new int[1], new int[1]));
        for (SpikeTrain train : Arrays.asList(new SpikeTrain(2312, 4), new SpikeTrain(2311, 3))) {
            assertThrows(IllegalArgumentException.class, () -> source.test(0, train));
        }
        assertThrows(IndexOutOfBoundsException.class, () -> source.test(1, new SpikeTrain(2312, 3)));
        for (int steps : new int[] {0, 4097}) {
            assertThrows(IllegalArgumentException.class, () -> BinnedEvents.of(steps, 1, index -> null));
        }
        assertThrows(IllegalArgumentException.class, () -> BinnedEvents.of(3, 0, index -> null));
    }
}
