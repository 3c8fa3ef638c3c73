package org.biograd.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.biograd.house.SpecText;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The four files in a folder: whatever they are called, only together, and the real ones where they are at hand. */
@Clause("DATA-1")
class IdxFolderTest {

    @TempDir
    private Path folder;

    private String refusal() {
        return assertThrows(InvalidDataException.class, () -> DataFolder.read(folder.toString()))
                .getMessage();
    }

    @Test
    void aFolderBecomesTrainingAndTest() throws IOException {
        TrainingAndTest data = DataFolder.read(IdxFiles.folder(folder).toString());

        assertEquals("IDX " + folder.getFileName(), data.name());
        assertEquals(784, data.training().inputs());
        assertEquals(10, data.training().classes());
        assertArrayEquals(new int[] {7, 0, 7}, data.training().labels());
        assertArrayEquals(new int[] {9, 1}, data.test().labels());
        assertArrayEquals(IdxFiles.strokes(3), ((DataSet) data.training()).intensities()[2]);
        assertArrayEquals(IdxFiles.strokes(4), ((DataSet) data.test()).intensities()[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-idx3-ubyte.gz", ".idx3-ubyte", ".idx3-ubyte.gz"})
    void everySpellingIsFoundAndItsContentDecides(String end) throws IOException {
        IdxFiles.folder(folder);
        Path plain = folder.resolve("train-images-idx3-ubyte");
        // The name says nothing: one that ends in .gz may be plain, and one that does not compressed.
        byte[] content = Files.readAllBytes(plain);
        Files.write(folder.resolve("train-images" + end), end.endsWith(".gz") ? content : IdxFiles.gzip(content));
        Files.delete(plain);

        assertArrayEquals(
                IdxFiles.strokes(2), IdxFolder.read(folder).training().images().pixels()[1]);
    }

    @Test
    void ofSeveralFilesTheFirstIsRead() throws IOException {
        IdxFiles.folder(folder);
        for (String name :
                new String[] {"train-labels-idx1-ubyte.gz", "train-labels.idx1-ubyte", "train-labels.idx1-ubyte.gz"}) {
            Files.write(folder.resolve(name), new byte[3]);
        }
        assertArrayEquals(new int[] {7, 0, 7}, IdxFolder.read(folder).training().labels());
    }

    @Test
    void whatIsMissingOrDoesNotFitIsNamed() throws IOException {
        IdxFiles.folder(folder);
        Path labels = folder.resolve("t10k-labels-idx1-ubyte");
        Files.write(labels, IdxFiles.labels(1));
        assertEquals(
                folder.resolve("t10k-images-idx3-ubyte") + ": 2 images, but 1 labels in t10k-labels-idx1-ubyte",
                refusal());
        Files.delete(labels);
        assertEquals(
                folder + ": no file t10k-labels-idx1-ubyte or t10k-labels-idx1-ubyte.gz or t10k-labels.idx1-ubyte or "
                        + "t10k-labels.idx1-ubyte.gz",
                refusal());
        Files.write(labels, IdxFiles.labels(1, 1));
        Files.write(folder.resolve("t10k-images-idx3-ubyte"), IdxFiles.images(1, 2, new byte[2], new byte[2]));
        assertEquals(folder + ": test images of 1 x 2 do not fit training images of 28 x 28", refusal());
    }

    @Test
    void aFolderOfBothOrOfNeitherIsRefused() throws IOException {
        assertEquals(
                folder + ": has neither IDX files (train-images-idx3-ubyte) nor folders of N-MNIST (Train, Test)",
                refusal());
        Files.createDirectory(IdxFiles.folder(folder).resolve("Test"));
        assertEquals(
                folder + ": has both IDX files (train-images-idx3-ubyte) and folders of N-MNIST (Train, Test)",
                refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Digits", "no/such/folder", "\u0000"})
    void whatIsNoFolderIsRefused(String name) {
        String message = assertThrows(InvalidDataException.class, () -> DataFolder.read(name))
                .getMessage();
        assertEquals("'" + name + "' is neither digits nor a folder nor a file .npz", message);
    }

    @Test
    void digitsAreKnownByName() throws IOException {
        TrainingAndTest digits = DataFolder.read("digits");
        assertEquals(1437, digits.training().size());
        assertEquals(360, digits.test().size());
        assertEquals(64, digits.test().inputs());
    }

    /** The reader's own output, written again by hand, has the sums that are published for the files. */
    @Test
    void mnistIsReadByteForByte() throws IOException {
        Path mnist = SpecText.root().resolve("../shared/data/mnist").normalize();
        if (!Files.isDirectory(mnist)) {
            String message = "SKIPPED: MNIST is not read, for there is no folder " + mnist;
            System.out.println(message);
            Assumptions.abort(message);
        }
        IdxFolder read = IdxFolder.read(mnist);
        assertEquals(
                "6bbc9ace898e44ae57da46a324031adb", md5(bytes(read.training().images())));
        assertEquals(
                "a25bea736e30d166cdddb491f175f624",
                md5(IdxFiles.labels(read.training().labels())));
        assertEquals("2646ac647ad5339dbf082846283269ea", md5(bytes(read.test().images())));
        assertEquals(
                "27ae3e4e09519cfbb04c329615203637",
                md5(IdxFiles.labels(read.test().labels())));
    }

    private static byte[] bytes(Idx.Images images) {
        return IdxFiles.images(images.rows(), images.columns(), images.pixels());
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
