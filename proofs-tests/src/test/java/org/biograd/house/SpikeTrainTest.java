package org.biograd.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.biograd.spec.SpikeTrain;

/** Spike trains: what goes in comes out, and what does not fit is refused. */
class SpikeTrainTest {

    private static List<List<Integer>> read(SpikeTrain train) {
        List<List<Integer>> steps = new ArrayList<>();
        for (int t = 0; t < train.steps(); t++) {
            List<Integer> step = new ArrayList<>();
            for (int e = train.begin(t); e < train.end(t); e++) {
                step.add(train.neuron(e));
            }
            steps.add(step);
        }
        return steps;
    }

    @Property(tries = 100)
    void whatGoesInComesOut(
            @ForAll @IntRange(min = 1, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 20) int steps,
            @ForAll Random random) {
        int[][] dense = new int[steps][size];
        List<List<Integer>> expected = new ArrayList<>();
        int events = 0;
        for (int[] step : dense) {
            List<Integer> spiking = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                step[j] = random.nextInt(2);
                if (step[j] == 1) {
                    spiking.add(j);
                }
            }
            expected.add(spiking);
            events += spiking.size();
        }
        SpikeTrain train = SpikeTrain.of(dense);
        assertEquals(expected, read(train));
        assertEquals(events, train.events());
        assertTrue(train.complete());

        train.clear();
        assertFalse(train.complete());
        assertEquals(0, train.events());
        for (int t = 0; t < steps; t++) {
            train.endStep();
        }
        assertTrue(read(train).stream().allMatch(List::isEmpty), "a cleared train has forgotten everything");
    }

    private static void refused(Runnable call) {
        assertThrows(IllegalArgumentException.class, call::run);
    }

    @Example
    void whatDoesNotFitIsRefused() {
        refused(() -> new SpikeTrain(0, 1));
        refused(() -> new SpikeTrain(1, 0));
        refused(() -> SpikeTrain.of(new int[0][0]));
        refused(() -> SpikeTrain.of(new int[][] {{0, 1}, {0}}));
        refused(() -> SpikeTrain.of(new int[][] {{0, 2}}));
        refused(() -> SpikeTrain.of(new int[][] {{0, -1}}));
        SpikeTrain train = new SpikeTrain(3, 2);
        refused(() -> train.add(-1));
        refused(() -> train.add(3));
        train.add(1);
        refused(() -> train.add(1));
        refused(() -> train.add(0));
        train.endStep();
        train.add(0);
        train.endStep();
        assertEquals(List.of(List.of(1), List.of(0)), read(train));
    }

    @Example
    void aWholeStepThatDoesNotFitIsRefusedAndNamesItsNeuron() {
        SpikeTrain train = new SpikeTrain(10, 1);
        int[][] wrong = {
            {-1},
            {10},
            {3, 3},
            {4, 2},
            {2, 10},
            {Integer.MIN_VALUE},
            {0, Integer.MAX_VALUE},
            {0, Integer.MAX_VALUE, -2, 3}
        };
        int[] offender = {-1, 10, 3, 2, 10, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        for (int w = 0; w < wrong.length; w++) {
            int[] indices = wrong[w];
            String message = assertThrows(IllegalArgumentException.class, () -> train.addStep(indices, indices.length))
                    .getMessage();
            assertEquals("neuron " + offender[w] + " is not within 0..9 and ascending", message);
        }
        train.addStep(new int[] {0, 4, 9, -1}, 3);
        assertEquals(List.of(List.of(0, 4, 9)), read(train), "what was refused left nothing behind");
    }
}
