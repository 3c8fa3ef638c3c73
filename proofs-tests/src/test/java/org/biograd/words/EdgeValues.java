package org.biograd.words;

import java.util.Arrays;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** The values at which words of arithmetic break: around 0 and around every power of two, with both signs. */
final class EdgeValues {

    private EdgeValues() {}

    /** All edges of magnitude below 2^bits, bits in 1..63, ascending. */
    static long[] below(int bits) {
        TreeSet<Long> edges = new TreeSet<>();
        for (int b = 0; b <= bits; b++) {
            // 2^63 overflows to the most negative word, and one below it is the largest: both are wanted.
            long power = 1L << b;
            for (long value : new long[] {power - 2, power - 1, power, power + 1}) {
                addWithin(edges, value, bits);
                addWithin(edges, -value, bits);
            }
        }
        return edges.stream().mapToLong(Long::longValue).toArray();
    }

    private static void addWithin(TreeSet<Long> edges, long value, int bits) {
        long largest = bits == 63 ? Long.MAX_VALUE : (1L << bits) - 1;
        if (value <= largest && value >= -largest) {
            edges.add(value);
        }
    }

    /** Edges and random values of magnitude below 2^bits, in equal parts. */
    static Arbitrary<Long> arbitrary(int bits) {
        Long[] edges = Arrays.stream(below(bits)).boxed().toArray(Long[]::new);
        long largest = bits == 63 ? Long.MAX_VALUE : (1L << bits) - 1;
        return Arbitraries.oneOf(Arbitraries.of(edges), Arbitraries.longs().between(-largest, largest));
    }
}
