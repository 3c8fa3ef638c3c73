package org.biograd.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.biograd.spec.Clause;

/** Weights as the bytes that a model file has of them. */
public final class WeightBytes {

    private static final int CHUNK = 1 << 16;

    private WeightBytes() {}

    /** Writes all arrays. */
    @Clause("FILE-3")
    static void write(ModelWeights weights, OutputStream out) throws IOException {
        for (int a = 0; a < weights.arrays(); a++) {
            write(weights, a, out);
        }
    }

    /** Writes some weights of an array, from the first on. */
    static void write(ModelWeights weights, int array, OutputStream out) throws IOException {
        write(weights, array, 0, weights.length(array), out);
    }

    /** Writes some weights of an array. */
    static void write(ModelWeights weights, int array, int from, int to, OutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < to; i++) {
            if (weights instanceof ModelWeights.Integers integers) {
                bytes.putInt(integers.values()[array][i]);
            } else {
                bytes.putDouble(weights.value(array, i));
            }
            if (!bytes.hasRemaining() || i == to - 1) {
                out.write(bytes.array(), 0, bytes.position());
                bytes.clear();
            }
        }
    }

    /** The SHA-256 of all weights, as 64 lower-case hex digits: of an integer network the digest of NET-8. */
    @Clause("FILE-3")
    public static String digest(ModelWeights weights) {
        try (DigestOutputStream out =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            write(weights, out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
