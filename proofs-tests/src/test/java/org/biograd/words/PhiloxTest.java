package org.biograd.words;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.biograd.fixedpoint.word.Philox;
import org.biograd.house.SpecText;
import org.biograd.spec.Clause;

/** The generator: its published answers, and the model on any counter and key. */
@Clause("DRAW-1")
class PhiloxTest {

    private static int[] words(String hex) {
        return Stream.of(hex.split(" "))
                .mapToInt(word -> Integer.parseUnsignedInt(word, 16))
                .toArray();
    }

    private static int[] block(int[] c, int[] k) {
        int[] out = new int[4];
        Philox.block(c[0], c[1], c[2], c[3], k[0], k[1], out);
        return out;
    }

    private static int[] model(int[] c, int[] k) {
        BigInteger[] counter = new BigInteger[4];
        for (int w = 0; w < 4; w++) {
            counter[w] = BigInteger.valueOf(Integer.toUnsignedLong(c[w]));
        }
        BigInteger[] out = DrawModel.philox(
                counter,
                BigInteger.valueOf(Integer.toUnsignedLong(k[0])),
                BigInteger.valueOf(Integer.toUnsignedLong(k[1])));
        return Stream.of(out).mapToInt(BigInteger::intValue).toArray();
    }

    @Example
    void theKnownAnswersHold() {
        List<List<String>> rows = SpecText.table("DRAW-1");
        assertEquals(4, rows.size());
        for (List<String> row : rows.subList(1, rows.size())) {
            int[] expected = words(row.get(2));
            assertArrayEquals(expected, block(words(row.get(0)), words(row.get(1))), "generator at " + row);
            assertArrayEquals(expected, model(words(row.get(0)), words(row.get(1))), "model at " + row);
        }
        assertTrue(rows.get(1).get(2).startsWith("6627e8d5"), "the table of the text is the published one");
    }

    // Six words with nine edge cases each would make more combinations than tries.
    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void anyBlockEqualsTheModel(
            @ForAll int c0, @ForAll int c1, @ForAll int c2, @ForAll int c3, @ForAll int k0, @ForAll int k1) {
        int[] counter = {c0, c1, c2, c3};
        int[] key = {k0, k1};
        assertArrayEquals(model(counter, key), block(counter, key));
    }
}
