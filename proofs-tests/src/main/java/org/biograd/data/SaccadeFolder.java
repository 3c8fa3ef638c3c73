package org.biograd.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.biograd.io.Links;
import org.biograd.io.NamedStreams;
import org.biograd.io.Temporaries;
import org.biograd.spec.Clause;

/** Writes the simulated recordings of images as the folders of N-MNIST: all of them, or none. */
@Clause("DATA-6")
public final class SaccadeFolder {

    private final IdxFolder.Part training;
    private final IdxFolder.Part test;
    private long samples;
    private long events;

    /**
     * Recordings of some images.
     *
     * @param images of 28 x 28 pixels
     * @param most of the training set, and of the test set: the first so many
     * @throws InvalidDataException where the images are of another size, or more than the files of a set can number
     */
    public SaccadeFolder(IdxFolder images, int most) throws InvalidDataException {
        this.training = first(images.training(), most);
        this.test = first(images.test(), most);
    }

    private static IdxFolder.Part first(IdxFolder.Part part, int most) throws InvalidDataException {
        Idx.Images images = part.images();
        if (images.rows() != Saccade.IMAGE_SIDE || images.columns() != Saccade.IMAGE_SIDE) {
            throw new InvalidDataException(
                    "images of " + images.rows() + " x " + images.columns() + ": a recording needs 28 x 28");
        }
        int size = Math.min(most, part.labels().length);
        if (size > NMnist.MAX_SAMPLES) {
            throw new InvalidDataException(size + " images: a set has at most " + NMnist.MAX_SAMPLES + " recordings");
        }
        byte[][] pixels = Arrays.copyOf(images.pixels(), size);
        return new IdxFolder.Part(
                new Idx.Images(images.rows(), images.columns(), pixels), Arrays.copyOf(part.labels(), size));
    }

    /** The number of recordings in both sets. */
    public long size() {
        return (long) training.labels().length + test.labels().length;
    }

    /** The events of all recordings that were written. */
    public long events() {
        return events;
    }

    /**
     * Refuses a folder that cannot be written.
     *
     * @throws IOException where it has something in it, or its own folder does not exist
     */
    public static void requireWritable(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new InvalidDataException(folder + ": there is no folder to put it in");
        }
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new InvalidDataException(folder + ": not empty; recordings are not mixed with what is there");
                }
            }
        }
    }

    /**
     * Writes the folder. It appears when all is written.
     *
     * @param folder does not exist or is empty; the folder it is in exists
     * @param progress hears the number of recordings written so far
     * @throws InvalidDataException where an image has no contrast, so that its recording would be empty
     * @throws IOException where it cannot be written; nothing of it is left then
     */
    public void write(Path folder, LongConsumer progress) throws IOException {
        requireWritable(folder);
        samples = 0;
        events = 0;
        Path target = Links.real(folder);
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        Temporaries.add(temporary);
        try {
            Files.createDirectory(temporary);
            write(training, temporary.resolve(NMnist.folder(true)), progress);
            write(test, temporary.resolve(NMnist.folder(false)), progress);
            Files.deleteIfExists(target);
            Files.move(temporary, target);
        } finally {
            Temporaries.remove(temporary);
        }
    }

    private void write(IdxFolder.Part part, Path set, LongConsumer progress) throws IOException {
        for (int label = 0; label < NMnist.CLASSES; label++) {
            Files.createDirectories(set.resolve(Integer.toString(label)));
        }
        Saccade saccade = new Saccade();
        for (int i = 0; i < part.labels().length; i++) {
            Recording recording = saccade.record(part.images().pixels()[i]);
            Path file = set.resolve(Integer.toString(part.labels()[i])).resolve(NMnist.file(i + 1));
            if (recording.size() == 0) {
                throw new InvalidDataException(
                        "image " + i + " of " + set.getFileName() + " has too little contrast for a single event");
            }
            write(file, EventFile.encode(recording));
            events += recording.size();
            progress.accept(++samples);
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw NamedStreams.named(e, file.toString());
        }
    }
}
