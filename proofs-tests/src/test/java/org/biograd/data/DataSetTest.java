package org.biograd.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.biograd.spec.SpikeTrain;
import org.junit.jupiter.api.Test;

class DataSetTest {

    private static final byte[][] THREE = {{1, 2}, {3, 4}, {5, 6}};

    @Test
    void sliceKeepsOrderAndPairsSamplesWithTheirLabels() {
        DataSet slice = new DataSet(THREE, new int[] {2, 0, 1}, 2, 3).slice(1, 3);

        assertEquals(2, slice.size());
        assertArrayEquals(new int[] {0, 1}, slice.labels());
        assertArrayEquals(new byte[] {3, 4}, slice.intensities()[0]);
        assertArrayEquals(new byte[] {5, 6}, slice.intensities()[1]);
    }

    @Test
    void sliceBeyondTheEndIsRefused() {
        DataSet data = new DataSet(THREE, new int[] {2, 0, 1}, 2, 3);

        assertThrows(IndexOutOfBoundsException.class, () -> data.slice(0, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> data.slice(-1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> data.slice(2, 1));
    }

    @Test
    void whatDoesNotFitTogetherIsRefusedByName() {
        assertEquals("3 samples have 2 labels", refusal(new int[] {0, 0}, 2, 3));
        assertEquals("sample 0 has 2 inputs, not 5", refusal(new int[] {0, 0, 0}, 5, 3));
        assertEquals("sample 1: label 3 is not within 0..2", refusal(new int[] {0, 3, 0}, 2, 3));
        assertEquals("sample 2: label -1 is not within 0..2", refusal(new int[] {0, 0, -1}, 2, 3));
        assertEquals("samples have at least one input and one class, not 0 and 3", refusal(new int[] {0, 0, 0}, 0, 3));
    }

    @Test
    void itsSourceCodesItsSamplesByRate() {
        DataSet data = new DataSet(new byte[][] {{0, -1}, {-1, 0}}, new int[] {0, 0}, 2, 1);
        SpikeTrain train = new SpikeTrain(2, 3);

        data.slice(1, 2).source(3, 1).training(9, 0, train);

        assertEquals(3, train.events());
        assertEquals(0, train.neuron(2));
        assertThrows(IllegalArgumentException.class, () -> data.slice(1, 1).source(3, 1));
    }

    @Test
    void setsOfOtherInputsOrClassesAreNoTrainingAndTest() {
        DataSet two = new DataSet(THREE, new int[3], 2, 3);
        for (DataSet other :
                new DataSet[] {new DataSet(THREE, new int[3], 2, 4), new DataSet(new byte[1][1], new int[1], 1, 3)}) {
            String message = assertThrows(IllegalArgumentException.class, () -> new TrainingAndTest(two, other, "mine"))
                    .getMessage();
            assertEquals(
                    "mine: the training set has 2 inputs and 3 classes, the test set " + other.inputs() + " and "
                            + other.classes(),
                    message);
        }
    }

    private static String refusal(int[] labels, int inputs, int classes) {
        return assertThrows(IllegalArgumentException.class, () -> new DataSet(THREE, labels, inputs, classes))
                .getMessage();
    }
}
