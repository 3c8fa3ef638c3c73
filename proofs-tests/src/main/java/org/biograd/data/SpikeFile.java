package org.biograd.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.biograd.io.NamedStreams;
import org.biograd.spec.SpikeTrain;

/** Reads the spikes of one sample from text: a line a step, in it a 0 or 1 per input, separated by commas. */
public final class SpikeFile {

    /** The most bytes that a file may have. */
    public static final int MAX_BYTES = 1 << 24;

    private SpikeFile() {}

    /**
     * The train in a file.
     *
     * @param file the file
     * @param inputs how many values a line must have
     * @param steps how many lines there must be
     * @throws IOException where it cannot be read, or is not of that form; the message names the line
     */
    public static SpikeTrain read(Path file, int inputs, int steps) throws IOException {
        byte[] bytes;
        try (InputStream in = NamedStreams.read(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        if (bytes.length > MAX_BYTES) {
            throw new InvalidDataException(file + ": longer than " + MAX_BYTES + " bytes");
        }
        String[] lines =
                new String(bytes, StandardCharsets.UTF_8).stripTrailing().split("\\R");
        if (lines.length != steps) {
            throw new InvalidDataException(
                    file + ": " + lines.length + " lines; the profile has " + steps + " steps, a line each");
        }
        SpikeTrain train = new SpikeTrain(inputs, steps);
        for (int t = 0; t < steps; t++) {
            String[] values = lines[t].strip().split("\\s*,\\s*", -1);
            if (values.length != inputs) {
                throw new InvalidDataException(file + ":" + (t + 1) + ": " + values.length + " values; the network has "
                        + inputs + " inputs, a 0 or 1 each");
            }
            for (int j = 0; j < inputs; j++) {
                if (values[j].equals("1")) {
                    train.add(j);
                } else if (!values[j].equals("0")) {
                    throw new InvalidDataException(file + ":" + (t + 1) + ": value " + (j + 1) + " is neither 0 nor 1");
                }
            }
            train.endStep();
        }
        return train;
    }
}
