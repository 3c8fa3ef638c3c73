package org.biograd.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.biograd.fixedpoint.run.InputSource;

/** Recordings in files, with their labels. The files are read where their spikes are asked for. */
final class EventSamples implements Samples {

    private final Path[] files;
    private final int[] labels;

    EventSamples(Path[] files, int[] labels) {
        this.files = files;
        this.labels = labels;
    }

    /** The events of a sample, as its file has them. */
    Recording recording(int index) throws IOException {
        return EventFile.read(files[index]);
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int inputs() {
        return Recording.INPUTS;
    }

    @Override
    public int classes() {
        return NMnist.CLASSES;
    }

    @Override
    public int[] labels() {
        return labels;
    }

    /** Reads all files. */
    @Override
    public InputSource source(int steps, long seed) {
        try {
            return BinnedEvents.of(steps, files.length, this::recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Samples slice(int from, int to) {
        Objects.checkFromToIndex(from, to, size());
        return new EventSamples(Arrays.copyOfRange(files, from, to), Arrays.copyOfRange(labels, from, to));
    }
}
