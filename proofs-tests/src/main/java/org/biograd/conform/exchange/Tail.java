package org.biograd.conform.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a program says on its standard error, and keeps the last of it. */
final class Tail implements Runnable {

    /** How many bytes are kept. */
    static final int KEPT = 64 << 10;

    private final InputStream in;
    private byte[] last = new byte[0];

    Tail(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        byte[] chunk = new byte[1 << 13];
        try {
            int count;
            while ((count = in.read(chunk)) > 0) {
                add(chunk, count);
            }
        } catch (IOException e) {
            // The program is gone; what it said until then is kept.
        }
    }

    private synchronized void add(byte[] chunk, int count) {
        byte[] joined = Arrays.copyOf(last, last.length + count);
        System.arraycopy(chunk, 0, joined, last.length, count);
        last = joined.length <= KEPT ? joined : Arrays.copyOfRange(joined, joined.length - KEPT, joined.length);
    }

    /** The last of it, as text. */
    synchronized String text() {
        return new String(last, StandardCharsets.UTF_8);
    }
}
