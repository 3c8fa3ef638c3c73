package org.biograd.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.biograd.data.DataSet;
import org.biograd.data.Samples;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;
import org.junit.jupiter.api.Test;

@Clause("FILE-5")
class FingerprintTest {

    private static String sha256(int... bytes) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int b : bytes) {
            out.write(b);
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(out.toByteArray()));
    }

    @Test
    void intensitiesAreTakenAsTheyAre() throws Exception {
        DataSet set = new DataSet(new byte[][] {{1, 2, (byte) 200}, {4, 5, 6}}, new int[] {1, 0}, 3, 2);
        assertEquals(
                sha256(2, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 2, 200, 4, 5, 6),
                Fingerprint.of(set, 20));
        assertNotEquals(Fingerprint.of(set.slice(0, 1), 20), Fingerprint.of(set, 20));
    }

    /** Two samples of two inputs: sample i spikes at input i at every step but the first. */
    private static final class Spikes implements Samples, InputSource {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public int classes() {
            return 3;
        }

        @Override
        public int[] labels() {
            return new int[] {2, 1};
        }

        @Override
        public InputSource source(int steps, long seed) {
            return this;
        }

        @Override
        public Samples slice(int from, int to) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void training(long sample, int index, SpikeTrain out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void test(int index, SpikeTrain out) {
            out.clear();
            for (int t = 0; t < out.steps(); t++) {
                if (t > 0) {
                    out.add(index);
                }
                out.endStep();
            }
        }

        @Override
        public InputSource copy() {
            return this;
        }
    }

    @Test
    void spikesAreCountedAndNamedStepByStep() throws Exception {
        assertEquals(
                sha256(
                        2, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0,
                        0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0),
                Fingerprint.of(new Spikes(), 2));
    }
}
