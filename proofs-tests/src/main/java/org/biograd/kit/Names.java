package org.biograd.kit;

import java.util.Arrays;

/**
 * The names of the cases of a file, as hashes of 64 bits: up to a million, so that memory stays bounded; later
 * repetitions are not seen. Two different names have the same hash once in ten million files of a million names.
 */
final class Names {

    private static final int MOST = 1 << 20;
    private static final long PRIME = 0x100000001B3L;

    // Open addressing; 0 is a free place.
    private long[] table = new long[1 << 10];
    private int count;

    /** Whether the name is new; true for all beyond the first million. */
    boolean add(String name) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * PRIME;
        }
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        hash = hash == 0 ? 1 : hash;
        int place = place(table, hash);
        if (table[place] == hash) {
            return false;
        }
        if (count < MOST) {
            table[place] = hash;
            count++;
            if (2 * count > table.length) {
                grow();
            }
        }
        return true;
    }

    private void grow() {
        long[] larger = new long[2 * table.length];
        Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> larger[place(larger, hash)] = hash);
        table = larger;
    }

    private static int place(long[] in, long hash) {
        int place = (int) (hash >>> 40) & in.length - 1;
        while (in[place] != 0 && in[place] != hash) {
            place = place + 1 & in.length - 1;
        }
        return place;
    }
}
