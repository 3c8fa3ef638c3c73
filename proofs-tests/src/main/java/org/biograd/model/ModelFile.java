package org.biograd.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.biograd.io.AtomicFile;
import org.biograd.spec.Clause;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.ProfileReader;

/** Writes model files, and says how they are laid out (FILE-1). */
@Clause("FILE-1")
public final class ModelFile {

    /** The first bytes: the letters BIOGRAD and 26. */
    static final long MAGIC = 0x1A44_4152_474F_4942L;

    /** The version that is written and read. */
    static final int VERSION = 2;

    /** The arithmetic of integer weights. */
    static final int INTEGERS = 0;

    /** The arithmetic of weights in double precision. */
    static final int REALS = 1;

    /** Bytes before the layer sizes. */
    static final int HEADER = 36;

    /** Bytes of a run before its log. */
    static final int RUN = 72;

    /** The most bytes of a file that is written or read. */
    public static final int MAX_BYTES = 1 << 30;

    private ModelFile() {}

    /** Bytes of the log's row of an epoch. */
    static int row(int layers) {
        return 8 + Double.BYTES * (layers - 1);
    }

    /**
     * Writes a file, or replaces it; what was there before stays where it cannot be written.
     *
     * @throws IOException where it cannot be written, or would be larger than {@value #MAX_BYTES} bytes
     */
    @Clause({"FILE-9", "FILE-2"})
    public static void write(Path file, Model model) throws IOException {
        byte[] profile = ProfileReader.write(model.profile()).getBytes(StandardCharsets.UTF_8);
        byte[] run = model.run().isEmpty()
                ? new byte[0]
                : run(model.run().get(), model.shape().layers());
        ByteBuffer header = header(model, profile.length, run.length);
        long size = header.capacity() + profile.length + run.length + (long) Integer.BYTES;
        for (int a = 0; a < model.weights().arrays(); a++) {
            size += (long) model.weights().bytes() * model.weights().length(a);
        }
        if (size > MAX_BYTES) {
            throw new IOException(file + ": the model has " + size + " bytes; a file may have " + MAX_BYTES);
        }
        AtomicFile.write(file, out -> {
            CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32());
            checked.write(header.array());
            checked.write(profile);
            WeightBytes.write(model.weights(), checked);
            checked.write(run);
            writeChecksum(checked, out);
        });
    }

    @Clause("FILE-6")
    private static void writeChecksum(CheckedOutputStream checked, OutputStream out) throws IOException {
        out.write(littleEndian(Integer.BYTES)
                .putInt((int) checked.getChecksum().getValue())
                .array());
    }

    private static ByteBuffer header(Model model, int profileBytes, int runBytes) {
        Shape shape = model.shape();
        int layers = shape.layers();
        ByteBuffer header = littleEndian(HEADER + Integer.BYTES * (layers + 1 + layers - 1));
        header.putLong(MAGIC)
                .putInt(VERSION)
                .putInt(model.weights() instanceof ModelWeights.Integers ? INTEGERS : REALS);
        header.putLong(model.seed()).putInt(profileBytes).putInt(runBytes).putInt(layers + 1);
        for (int l = 0; l <= layers; l++) {
            header.putInt(shape.size(l));
        }
        for (int l = 1; l < layers; l++) {
            header.putInt(shape.size(model.profile().feedback().path().source(l, layers)));
        }
        return header;
    }

    @Clause("FILE-4")
    private static byte[] run(Run run, int layers) {
        ByteBuffer bytes = littleEndian(RUN + run.log().size() * row(layers));
        bytes.put(HexFormat.of().parseHex(run.fingerprint()))
                .putInt(run.samples())
                .putInt(run.validation());
        bytes.putInt(run.state().epoch())
                .putLong(run.state().samples())
                .putLong(run.state().updates());
        bytes.putLong(run.state().sleeps()).putInt(run.state().sleepsDue());
        for (EpochRow row : run.log()) {
            bytes.putInt(row.validationRight()).putInt(row.testRight());
            row.feedbackAngles().forEach(bytes::putDouble);
        }
        return bytes.array();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
