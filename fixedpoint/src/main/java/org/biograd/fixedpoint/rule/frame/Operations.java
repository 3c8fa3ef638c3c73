package org.biograd.fixedpoint.rule.frame;

import java.util.Map;
import java.util.TreeMap;
import org.biograd.spec.Clause;

/**
 * Counts operations where they happen, by the width of their operands: those whose operands are not 0, and beside
 * these the ones that a machine does which skips nothing.
 */
@Clause("RULE-6")
public final class Operations {

    /** What can be done. */
    public enum Kind {

        /** A word times a word. Powers of two, signs and single bits are no factors. */
        PRODUCT,

        /** A word added to, or taken off, a word. */
        ADDITION,

        /** A word divided by a word. */
        DIVISION,

        /** A rounding that may need a draw. */
        ROUNDING
    }

    /**
     * Operations of one kind and width.
     *
     * @param kind what is done
     * @param bits width of the operand, or of the wider one
     * @param otherBits width of the narrower operand; of a product alone, else 0
     */
    public record Key(Kind kind, int bits, int otherBits) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            int byBits = byKind != 0 ? byKind : Integer.compare(bits, other.bits);
            return byBits != 0 ? byBits : Integer.compare(otherBits, other.otherBits);
        }
    }

    /** How many there were. */
    public static final class Count {
        private long done;
        private long dense;

        private Count() {}

        /**
         * Adds operations.
         *
         * @param nonzero those with operands that are not 0
         * @param all those that a machine does which skips nothing
         */
        public void add(long nonzero, long all) {
            done += nonzero;
            dense += all;
        }

        /** Those with operands that are not 0. */
        public long done() {
            return done;
        }

        /** Those that a machine does which skips nothing. */
        public long dense() {
            return dense;
        }
    }

    private final Map<Key, Count> counts = new TreeMap<>();

    /** No operations. */
    public Operations() {}

    /** The counter of products of two widths. */
    public Count products(int bits, int otherBits) {
        return count(new Key(Kind.PRODUCT, Math.max(bits, otherBits), Math.min(bits, otherBits)));
    }

    /** The counter of additions to a word. */
    public Count additions(int bits) {
        return count(new Key(Kind.ADDITION, bits, 0));
    }

    /** The counter of divisions of a word. */
    public Count divisions(int bits) {
        return count(new Key(Kind.DIVISION, bits, 0));
    }

    /** The counter of roundings that cut off so many bits. */
    public Count roundings(int bits) {
        return count(new Key(Kind.ROUNDING, bits, 0));
    }

    private Count count(Key key) {
        return counts.computeIfAbsent(key, k -> new Count());
    }

    /** The live counts, by kind and width. */
    public Map<Key, Count> counts() {
        return counts;
    }

    /** How many of a kind there were. */
    public long done(Kind kind) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToLong(entry -> entry.getValue().done())
                .sum();
    }

    /** How many of a kind a machine does which skips nothing. */
    public long dense(Kind kind) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToLong(entry -> entry.getValue().dense())
                .sum();
    }

    /** Forgets all. */
    public void clear() {
        counts.values().forEach(count -> {
            count.done = 0;
            count.dense = 0;
        });
    }
}
