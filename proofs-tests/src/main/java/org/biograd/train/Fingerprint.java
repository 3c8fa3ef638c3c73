package org.biograd.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.biograd.data.DataSet;
import org.biograd.data.Samples;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.spec.Clause;
import org.biograd.spec.SpikeTrain;

/** Tells one set of samples from another. */
@Clause("FILE-5")
public final class Fingerprint {

    private final MessageDigest digest;
    private final ByteBuffer word = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The fingerprint of samples, as 64 lower-case hex digits.
     *
     * @param samples at least one
     * @param steps the steps of their trains, for samples that are not coded by draws
     */
    public static String of(Samples samples, int steps) {
        Fingerprint print = new Fingerprint();
        print.add(samples.size());
        print.add(samples.inputs());
        print.add(samples.classes());
        for (int label : samples.labels()) {
            print.add(label);
        }
        if (samples instanceof DataSet set) {
            for (byte[] intensities : set.intensities()) {
                print.digest.update(intensities);
            }
        } else {
            print.add(samples.source(steps, 0), new SpikeTrain(samples.inputs(), steps));
        }
        return HexFormat.of().formatHex(print.digest.digest());
    }

    private void add(InputSource source, SpikeTrain train) {
        for (int i = 0; i < source.size(); i++) {
            source.test(i, train);
            for (int t = 0; t < train.steps(); t++) {
                add(train.end(t) - train.begin(t));
                for (int s = train.begin(t); s < train.end(t); s++) {
                    add(train.neuron(s));
                }
            }
        }
    }

    private void add(int value) {
        digest.update(word.putInt(0, value).array());
    }
}
