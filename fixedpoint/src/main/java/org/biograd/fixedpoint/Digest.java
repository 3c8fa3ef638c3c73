package org.biograd.fixedpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.biograd.spec.Clause;

/** The SHA-256 of all weights: two networks that differ in one bit have different digests. */
public final class Digest {

    private Digest() {}

    /** The digest of a network, as 64 lower-case hex digits. */
    @Clause("NET-8")
    public static String of(IntegerNetwork network) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (int l = 1; l <= network.shape().layers(); l++) {
            update(digest, network.weights(l));
        }
        for (int l = 1; l < network.shape().layers(); l++) {
            update(digest, network.feedback(l));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, int[] values) {
        for (int value : values) {
            digest.update((byte) value);
            digest.update((byte) (value >> 8));
            digest.update((byte) (value >> 16));
            digest.update((byte) (value >> 24));
        }
    }
}
