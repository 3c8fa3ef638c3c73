package org.biograd.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.biograd.data.DataFolder;
import org.biograd.data.DataSummary;
import org.biograd.data.Digits;
import org.biograd.data.IdxFiles;
import org.biograd.data.IdxFolder;
import org.biograd.data.InvalidDataException;
import org.biograd.data.SaccadeFolder;
import org.biograd.data.SpikeFile;
import org.biograd.data.TrainingAndTest;
import org.biograd.train.report.TrainFiles;

/** Files of data: IDX and gzip, N-MNIST, digits, spikes, logs. */
final class FolderTargets {

    private static final int MODES = 4;

    private final Path folder;

    /** Targets that use a folder. */
    FolderTargets(Path folder) {
        this.folder = folder;
    }

    List<Target> all() throws IOException {
        Path images = IdxFiles.folder(folder.resolve("idx"));
        Path events = folder.resolve("nmnist");
        new SaccadeFolder(IdxFolder.read(images), 2).write(events, done -> {});
        return List.of(
                new DataFile("IDX file", 80, images, List.of("train-images-idx3-ubyte", "t10k-labels-idx1-ubyte")),
                new DataFile("recording", 60, events, List.of("Train/7/00001.bin")),
                new DigitsFile(),
                new TextTarget("spikes", 20, List.of("0,1,0\n1,0,0\n", "0, 1,0\r\n1,1,1"), this::spikes),
                new TextTarget(
                        "log of a training",
                        20,
                        List.of("epoch,seconds,samples_per_second,validation_right,validation_accuracy,test_right\n"
                                + "1,0.5,200,,,\n2,1e-3,100,3,30,5\n"),
                        this::log));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    /** One of the files of a folder, plain or compressed; the first byte of an input says which and how. */
    private record DataFile(String name, int share, Path data, List<String> files) implements Target {

        @Override
        public byte[] make(SplittableRandom random) throws IOException {
            int which = random.nextInt(files.size());
            byte[] sound = Files.readAllBytes(data.resolve(files.get(which)));
            int mode = files.get(which).endsWith("ubyte") ? random.nextInt(MODES) : 0;
            byte[] bytes = sound;
            if (mode < 3) {
                bytes = Mutations.bytes(sound, random);
            }
            if (mode > 0) {
                bytes = gzip(bytes);
            }
            if (mode > 1) {
                bytes = Mutations.bytes(bytes, random);
            }
            byte[] input = new byte[bytes.length + 1];
            input[0] = (byte) (which * MODES + mode);
            System.arraycopy(bytes, 0, input, 1, bytes.length);
            return input;
        }

        @Override
        public void read(byte[] input) throws IOException {
            String plain = files.get(input[0] / MODES);
            Path file = data.resolve(plain);
            byte[] sound = Files.readAllBytes(file);
            Path changed = input[0] % MODES > 0 ? data.resolve(plain + ".gz") : file;
            try {
                Files.delete(file);
                Files.write(changed, Arrays.copyOfRange(input, 1, input.length));
                TrainingAndTest read = DataFolder.read(data.toString());
                DataSummary.of(read.training(), done -> {});
                DataSummary.of(read.test(), done -> {});
            } catch (InvalidDataException e) {
                assertTrue(e.getMessage().startsWith(data.toString()), e.getMessage());
            } finally {
                Files.delete(changed);
                Files.write(file, sound);
            }
        }
    }

    /** The digits that are shipped, compressed. */
    private static final class DigitsFile implements Target {

        private final byte[] sound;
        private final byte[] text;

        DigitsFile() throws IOException {
            try (InputStream in = Digits.class.getResourceAsStream("digits.csv.gz")) {
                sound = in.readAllBytes();
            }
            text = new GZIPInputStream(new ByteArrayInputStream(sound)).readAllBytes();
        }

        @Override
        public String name() {
            return "digits";
        }

        @Override
        public int share() {
            return 2;
        }

        @Override
        public byte[] make(SplittableRandom random) throws IOException {
            return random.nextBoolean() ? Mutations.bytes(sound, random) : gzip(Mutations.bytes(text, random));
        }

        @Override
        public void read(byte[] input) throws IOException {
            try {
                Digits.read("digits.csv.gz", new ByteArrayInputStream(input));
            } catch (InvalidDataException e) {
                assertTrue(e.getMessage().startsWith("digits.csv.gz"), e.getMessage());
            }
        }
    }

    private void spikes(byte[] input) throws IOException {
        Path file = Files.write(folder.resolve("spikes"), input);
        try {
            SpikeFile.read(file, 3, 2);
        } catch (InvalidDataException e) {
            assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        }
    }

    private void log(byte[] input) throws IOException {
        Path file = Files.write(folder.resolve("log.csv"), input);
        TrainFiles.isLog(file);
        TrainFiles.seconds(file);
    }
}
