package org.biograd.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.io.NamedStreams;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;

/** Reads model files. The bytes may be anything; nothing is trusted before it has been checked. */
@Clause("FILE-7")
public final class ModelReader {

    private final String source;
    private final ByteBuffer bytes;

    private ModelReader(String source, byte[] bytes) {
        this.source = source;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads a file.
     *
     * @throws InvalidModelException where it is no sound model: the message names file, byte, field, value and what
     *     would be right
     * @throws IOException where it cannot be read
     */
    public static Model read(Path file) throws IOException {
        try (InputStream in = NamedStreams.read(file)) {
            return read(file.toString(), in.readNBytes(ModelFile.MAX_BYTES + 1));
        }
    }

    /**
     * Reads the bytes of a file.
     *
     * @param source where they come from, for messages
     * @throws InvalidModelException where they are no sound model
     */
    public static Model read(String source, byte[] bytes) throws InvalidModelException {
        return new ModelReader(source, bytes).read();
    }

    private Model read() throws InvalidModelException {
        if (bytes.capacity() > ModelFile.MAX_BYTES) {
            throw new InvalidModelException(
                    source + ": longer than the " + ModelFile.MAX_BYTES + " bytes that a model may have");
        }
        if (bytes.capacity() < ModelFile.HEADER) {
            throw new InvalidModelException(
                    source + ": ends after " + bytes.capacity() + " bytes, within the header of a model");
        }
        long magic = bytes.getLong();
        if (magic != ModelFile.MAGIC) {
            throw wrong(
                    0,
                    "magic",
                    String.format("%016x", Long.reverseBytes(magic)),
                    "is not 42494f475241441a; this is no model");
        }
        number("version", ModelFile.VERSION, ModelFile.VERSION);
        int arithmetic = number("arithmetic", ModelFile.INTEGERS, ModelFile.REALS);
        long seed = bytes.getLong();
        int profileBytes = number("profile bytes", 1, ProfileReader.MAX_BYTES);
        int runBytes = number("run bytes", 0, ModelFile.MAX_BYTES);
        int[] sizes = new int[number("layers", 2, Shape.MAX_LAYERS)];
        int[] columns = new int[sizes.length - 2];
        requireHeader(sizes.length);
        int place = bytes.position();
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = number("size(" + l + ")", 1, Shape.MAX_NEURONS);
        }
        for (int l = 1; l <= columns.length; l++) {
            columns[l - 1] = number("K(" + l + ")", 1, Shape.MAX_NEURONS);
        }
        Shape shape = shape(place, sizes);
        requireSize(shape, columns, arithmetic, profileBytes, runBytes);
        requireChecksum();
        Profile profile = profile(profileBytes);
        requireColumns(shape, profile, columns);
        int weightsAt = bytes.position();
        ModelWeights weights =
                weights(ModelWeights.lengths(shape, profile.feedback().path()), arithmetic);
        Optional<Run> run = runBytes == 0 ? Optional.empty() : Optional.of(run(runBytes, shape.layers()));
        try {
            return new Model(shape, profile, seed, weights, run);
        } catch (IllegalArgumentException e) {
            throw new InvalidModelException(source + ": from byte " + weightsAt + " on: " + e.getMessage());
        }
    }

    private void requireHeader(int layers) throws InvalidModelException {
        int header = ModelFile.HEADER + Integer.BYTES * (2 * layers - 2);
        if (bytes.capacity() < header) {
            throw new InvalidModelException(source + ": ends after " + bytes.capacity() + " bytes; the header of "
                    + layers + " layers alone has " + header);
        }
    }

    private Shape shape(int place, int[] sizes) throws InvalidModelException {
        try {
            return Shape.of(sizes);
        } catch (IllegalArgumentException e) {
            throw new InvalidModelException(source + ": byte " + place + ": sizes: " + e.getMessage());
        }
    }

    // In 64 bits nothing overflows: at most 64 arrays of fewer than 2^33 weights of 8 bytes.
    private void requireSize(Shape shape, int[] columns, int arithmetic, int profileBytes, int runBytes)
            throws InvalidModelException {
        long weights = 0;
        for (int l = 1; l <= shape.layers(); l++) {
            weights += shape.synapses(l) + (l < shape.layers() ? (long) shape.size(l) * columns[l - 1] : 0);
        }
        long size = bytes.position()
                + profileBytes
                + weights * (arithmetic == ModelFile.INTEGERS ? Integer.BYTES : Double.BYTES)
                + runBytes
                + Integer.BYTES;
        if (size != bytes.capacity()) {
            throw new InvalidModelException(source + ": has " + bytes.capacity() + " bytes; a model " + shape
                    + " with a profile of " + profileBytes + " bytes and a run of " + runBytes + " has " + size);
        }
    }

    @Clause(value = "FILE-6", form = Clause.Form.PART)
    private void requireChecksum() throws InvalidModelException {
        int place = bytes.capacity() - Integer.BYTES;
        CRC32 crc = new CRC32();
        crc.update(bytes.array(), 0, place);
        int stored = bytes.getInt(place);
        if (stored != (int) crc.getValue()) {
            throw wrong(
                    place,
                    "checksum",
                    String.format("%08x", stored),
                    String.format("is not the %08x of the bytes before it; the file is damaged", (int) crc.getValue()));
        }
    }

    @Clause(value = "FILE-2", form = Clause.Form.PART)
    private Profile profile(int length) throws InvalidModelException {
        int place = bytes.position();
        ByteBuffer text = bytes.slice(place, length);
        bytes.position(place + length);
        try {
            return ProfileReader.read(
                    "profile", StandardCharsets.UTF_8.newDecoder().decode(text).toString());
        } catch (CharacterCodingException e) {
            throw new InvalidModelException(source + ": byte " + place + ": profile: not UTF-8 text");
        } catch (InvalidProfileException e) {
            throw new InvalidModelException(source + ": byte " + place + ": " + e.getMessage());
        }
    }

    private void requireColumns(Shape shape, Profile profile, int[] columns) throws InvalidModelException {
        for (int l = 1; l < shape.layers(); l++) {
            int right = shape.size(profile.feedback().path().source(l, shape.layers()));
            if (columns[l - 1] != right) {
                throw wrong(
                        ModelFile.HEADER + Integer.BYTES * (shape.layers() + l),
                        "K(" + l + ")",
                        columns[l - 1] + "",
                        "is not the " + right + " of feedback that is "
                                + profile.feedback().path());
            }
        }
    }

    @Clause(value = "FILE-3", form = Clause.Form.PART)
    private ModelWeights weights(long[] lengths, int arithmetic) {
        if (arithmetic == ModelFile.INTEGERS) {
            int[][] values = new int[lengths.length][];
            for (int a = 0; a < lengths.length; a++) {
                values[a] = new int[(int) lengths[a]];
                bytes.asIntBuffer().get(values[a]);
                bytes.position(bytes.position() + Integer.BYTES * values[a].length);
            }
            return new ModelWeights.Integers(values);
        }
        double[][] values = new double[lengths.length][];
        for (int a = 0; a < lengths.length; a++) {
            values[a] = new double[(int) lengths[a]];
            bytes.asDoubleBuffer().get(values[a]);
            bytes.position(bytes.position() + Double.BYTES * values[a].length);
        }
        return new ModelWeights.Reals(values);
    }

    @Clause(value = "FILE-4", form = Clause.Form.PART)
    private Run run(int length, int layers) throws InvalidModelException {
        int place = bytes.position();
        if (length < ModelFile.RUN) {
            throw wrong(28, "run bytes", length + "", "is neither 0 nor at least " + ModelFile.RUN);
        }
        byte[] fingerprint = new byte[32];
        bytes.get(fingerprint);
        int samples = number("N", 1, Integer.MAX_VALUE);
        int validation = number("V", 0, Integer.MAX_VALUE);
        int epochs = number("epochs", 0, Run.MAX_EPOCHS);
        long right = ModelFile.RUN + (long) epochs * ModelFile.row(layers);
        if (length != right) {
            throw wrong(28, "run bytes", length + "", "is not the " + right + " of a run of " + epochs + " epochs");
        }
        long shown = bytes.getLong();
        long updates = bytes.getLong();
        long sleeps = bytes.getLong();
        int due = number("sleeps due", 0, Integer.MAX_VALUE);
        try {
            List<EpochRow> log = new ArrayList<>();
            for (int n = 0; n < epochs; n++) {
                log.add(row(layers));
            }
            Schedule.State state = new Schedule.State(epochs, 0, shown, updates, sleeps, due);
            return new Run(HexFormat.of().formatHex(fingerprint), samples, validation, state, log);
        } catch (IllegalArgumentException e) {
            throw new InvalidModelException(source + ": from byte " + place + " on: " + e.getMessage());
        }
    }

    private EpochRow row(int layers) {
        int validationRight = bytes.getInt();
        int testRight = bytes.getInt();
        List<Double> angles = new ArrayList<>();
        for (int l = 1; l < layers; l++) {
            angles.add(bytes.getDouble());
        }
        return new EpochRow(validationRight, testRight, angles);
    }

    private int number(String field, int low, int high) throws InvalidModelException {
        int place = bytes.position();
        long value = Integer.toUnsignedLong(bytes.getInt());
        if (value < low || value > high) {
            throw wrong(place, field, value + "", low == high ? "is not " + low : "is not within " + low + ".." + high);
        }
        return (int) value;
    }

    private InvalidModelException wrong(int place, String field, String value, String right) {
        return new InvalidModelException(source + ": byte " + place + ": " + field + ": " + value + " " + right);
    }
}
