package org.biograd.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folders of recordings: their order, and what they must not hold. */
@Clause("DATA-2")
class NMnistTest {

    @TempDir
    private Path folder;

    /** Every recording is one event, at a pixel that tells which file it is. */
    @BeforeEach
    void fill() throws IOException {
        for (String set : new String[] {"Train", "Test"}) {
            for (int label = 0; label < 10; label++) {
                Files.createDirectories(folder.resolve(set).resolve(Integer.toString(label)));
            }
        }
        put("Train/0/00002.bin", 2);
        put("Train/9/00001.bin", 1);
        put("Train/3/00010.bin", 4);
        put("Train/5/00002.bin", 3);
        put("Test/4/00001.bin", 7);
        put("Test/4/.DS_Store", 0);
    }

    private Path put(String name, int x) throws IOException {
        return Files.write(folder.resolve(name), new byte[] {(byte) x, 0, 0, 0, 0});
    }

    private String refusal() {
        return assertThrows(InvalidDataException.class, () -> DataFolder.read(folder.toString()))
                .getMessage();
    }

    private static int onlyNeuron(InputSource source, int index) {
        SpikeTrain train = new SpikeTrain(2312, 4);
        source.test(index, train);
        assertEquals(1, train.events());
        return train.neuron(0);
    }

    @Test
    void samplesAreInTheOrderOfTheirNumbers() throws IOException {
        TrainingAndTest data = DataFolder.read(folder.toString());

        assertEquals("N-MNIST " + folder.getFileName(), data.name());
        assertArrayEquals(new int[] {9, 0, 5, 3}, data.training().labels());
        assertArrayEquals(new int[] {4}, data.test().labels());
        assertEquals(2312, data.training().inputs());
        assertEquals(10, data.training().classes());
        InputSource source = data.training().source(4, 1);
        for (int i = 0; i < 4; i++) {
            assertEquals(i + 1, onlyNeuron(source, i));
        }
        Samples slice = data.training().slice(2, 4);
        assertArrayEquals(new int[] {5, 3}, slice.labels());
        assertEquals(3, onlyNeuron(slice.source(4, 1), 0));
        assertThrows(IndexOutOfBoundsException.class, () -> data.training().slice(2, 5));
    }

    @Test
    void emptyAndTruncatedFilesAreRefusedBeforeAnythingIsRead() throws IOException {
        Path file = Files.write(folder.resolve("Train/0/00002.bin"), new byte[0]);
        assertEquals(file + ": empty; a sample has at least one event of 5 bytes", refusal());
        Files.write(file, new byte[9]);
        assertEquals(file + ": 9 bytes are no multiple of the 5 of an event; its end is missing", refusal());
    }

    @Test
    void aBadEventIsRefusedWhereItIsRead() throws IOException {
        Path file = put("Train/3/00010.bin", 34);
        Samples training = DataFolder.read(folder.toString()).training();
        UncheckedIOException error = assertThrows(UncheckedIOException.class, () -> training.source(4, 1));
        assertEquals(
                file + ": event 0: x 34 is not within 0..33", error.getCause().getMessage());
        assertEquals(3, training.slice(0, 3).source(4, 1).size());
    }

    @Test
    void whatIsNoSampleIsRefused() throws IOException {
        for (String name :
                new String[] {"Test/0/1.bin", "Test/0/000001.bin", "Test/0/00001.bin.tmp", "Test/0/a0001.bin"}) {
            Path file = put(name, 0);
            assertEquals(file + ": not a file of the form NNNNN.bin, five digits", refusal());
            Files.delete(file);
        }
        Path inner = Files.createDirectory(folder.resolve("Test/0/00001.bin"));
        assertEquals(inner + ": not a file of the form NNNNN.bin, five digits", refusal());
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        Files.delete(folder.resolve("Test/8"));
        assertEquals(folder.resolve("Test/8") + ": no such folder; there is one of every class, 0..9", refusal());
        Files.createDirectory(folder.resolve("Test/8"));
        Files.delete(folder.resolve("Test/4/00001.bin"));
        assertEquals(folder.resolve("Test") + ": no file NNNNN.bin in the folders of its classes", refusal());
        assertTrue(NMnist.recognises(folder));
    }
}
