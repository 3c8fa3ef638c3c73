package org.biograd.play;

import java.math.BigInteger;

/** SHA-256 (FIPS 180-4), since a browser's class library has none. A test holds it to the JDK's. */
final class Sha256 {

    private static final int BLOCK = 64;

    private final int[] constants = new int[BLOCK];
    private final int[] state = new int[8];
    private final byte[] block = new byte[BLOCK];
    private final int[] words = new int[BLOCK];
    private long length;

    Sha256() {
        int found = 0;
        for (int n = 2; found < BLOCK; n++) {
            if (prime(n)) {
                if (found < state.length) {
                    state[found] = (int) root(n, 2);
                }
                constants[found++] = (int) root(n, 3);
            }
        }
    }

    private static boolean prime(int n) {
        for (int d = 2; d * d <= n; d++) {
            if (n % d == 0) {
                return false;
            }
        }
        return true;
    }

    /** The first 32 bits behind the point of a root: the largest x with x^power at most n 2^(32 power). */
    private static long root(int n, int power) {
        BigInteger goal = BigInteger.valueOf(n).shiftLeft(32 * power);
        long x = 0;
        for (long bit = 1L << 37; bit != 0; bit >>= 1) {
            if (BigInteger.valueOf(x | bit).pow(power).compareTo(goal) <= 0) {
                x |= bit;
            }
        }
        return x;
    }

    /** Adds integers, each as four bytes, the lowest first (NET-8). */
    void update(int[] values) {
        for (int value : values) {
            for (int shift = 0; shift < 32; shift += 8) {
                add((byte) (value >> shift));
            }
        }
    }

    /** Adds a byte. */
    void add(byte value) {
        block[(int) (length++ % BLOCK)] = value;
        if (length % BLOCK == 0) {
            compress();
        }
    }

    /** The digest as 64 lower-case hex digits; nothing may be added after. */
    String hex() {
        long bits = 8 * length;
        add((byte) 0x80);
        while (length % BLOCK != BLOCK - 8) {
            add((byte) 0);
        }
        for (int shift = 56; shift >= 0; shift -= 8) {
            add((byte) (bits >> shift));
        }
        StringBuilder text = new StringBuilder();
        for (int word : state) {
            for (int shift = 28; shift >= 0; shift -= 4) {
                text.append("0123456789abcdef".charAt(word >> shift & 15));
            }
        }
        return text.toString();
    }

    private void compress() {
        for (int t = 0; t < 16; t++) {
            words[t] = block[4 * t] << 24
                    | (block[4 * t + 1] & 255) << 16
                    | (block[4 * t + 2] & 255) << 8
                    | block[4 * t + 3] & 255;
        }
        for (int t = 16; t < BLOCK; t++) {
            int x = words[t - 15];
            int y = words[t - 2];
            int s0 = right(x, 7) ^ right(x, 18) ^ x >>> 3;
            int s1 = right(y, 17) ^ right(y, 19) ^ y >>> 10;
            words[t] = words[t - 16] + s0 + words[t - 7] + s1;
        }
        int[] v = state.clone();
        for (int t = 0; t < BLOCK; t++) {
            int e = v[4];
            int a = v[0];
            int t1 = v[7]
                    + (right(e, 6) ^ right(e, 11) ^ right(e, 25))
                    + (e & v[5] ^ ~e & v[6])
                    + constants[t]
                    + words[t];
            int t2 = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + (a & v[1] ^ a & v[2] ^ v[1] & v[2]);
            System.arraycopy(v, 0, v, 1, 7);
            v[4] += t1;
            v[0] = t1 + t2;
        }
        for (int i = 0; i < state.length; i++) {
            state[i] += v[i];
        }
    }

    private static int right(int x, int bits) {
        return x >>> bits | x << 32 - bits;
    }
}
