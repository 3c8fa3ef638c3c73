package org.biograd.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.biograd.fixedpoint.word.Words;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;

/** Words against the model, on edges and random values, and the laws that the clauses promise. */
class WordsTest {

    private static final int TRIES = 2000;

    private static BigInteger big(long x) {
        return BigInteger.valueOf(x);
    }

    private static void same(BigInteger expected, long actual) {
        assertEquals(expected, big(actual));
    }

    @Provide
    Arbitrary<Long> any() {
        return Arbitraries.oneOf(EdgeValues.arbitrary(63), Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1));
    }

    @Provide
    Arbitrary<Long> below62() {
        return EdgeValues.arbitrary(62);
    }

    @Provide
    Arbitrary<Long> below50() {
        return EdgeValues.arbitrary(50);
    }

    @Provide
    Arbitrary<Long> below31() {
        return EdgeValues.arbitrary(31);
    }

    @Provide
    Arbitrary<Integer> factors() {
        return Arbitraries.oneOf(
                Arbitraries.of(0, 1, 2, 2047, 2048, 2049, 4095, 4096),
                Arbitraries.integers().between(0, 4096));
    }

    @Property(tries = TRIES)
    @Clause("WORD-1")
    void wrapEqualsTheModel(@ForAll("any") long x, @ForAll @IntRange(min = 1, max = 64) int bits) {
        same(WordModel.wrap(big(x), bits), Words.wrap(x, bits));
    }

    @Property(tries = TRIES)
    @Clause("WORD-1")
    void wrapIsARingHomomorphism(
            @ForAll("any") long a, @ForAll("any") long b, @ForAll @IntRange(min = 1, max = 64) int bits) {
        assertEquals(Words.wrap(a + b, bits), Words.wrap(Words.wrap(a, bits) + Words.wrap(b, bits), bits));
        assertEquals(Words.wrap(a * b, bits), Words.wrap(Words.wrap(a, bits) * Words.wrap(b, bits), bits));
    }

    @Property(tries = TRIES)
    @Clause("WORD-2")
    void saturateEqualsTheModel(@ForAll("any") long x, @ForAll @IntRange(min = 2, max = 63) int bits) {
        same(WordModel.saturate(big(x), bits), Words.saturate(x, bits));
    }

    @Property(tries = TRIES)
    @Clause("WORD-2")
    void saturateIsIdempotentMonotoneAndSymmetric(
            @ForAll("below62") long a, @ForAll("below62") long b, @ForAll @IntRange(min = 2, max = 63) int bits) {
        long once = Words.saturate(a, bits);
        assertEquals(once, Words.saturate(once, bits));
        assertEquals(-once, Words.saturate(-a, bits));
        assertTrue(a > b || once <= Words.saturate(b, bits));
        assertTrue(a < b || once >= Words.saturate(b, bits));
    }

    @Property(tries = TRIES)
    @Clause("WORD-3")
    void saturateUnsignedEqualsTheModel(@ForAll("any") long x, @ForAll @IntRange(min = 1, max = 62) int bits) {
        long held = Words.saturateUnsigned(x, bits);
        same(WordModel.saturateUnsigned(big(x), bits), held);
        assertEquals(held, Words.saturateUnsigned(held, bits));
    }

    @Property(tries = 2 * TRIES)
    @Clause("WORD-4")
    void shiftEqualsTheModel(
            @ForAll("below62") long x,
            @ForAll @IntRange(min = 0, max = 62) int k,
            @ForAll Rounding mode,
            @ForAll @LongRange(min = 0) long anyDraw) {
        int bits = mode == Rounding.STOCHASTIC ? Math.min(k, 32) : k;
        long draw = bits == 0 ? 0 : anyDraw & (1L << bits) - 1;
        same(WordModel.shift(big(x), bits, mode, () -> big(draw)), Words.shift(x, bits, mode, draw));
    }

    @Property(tries = TRIES)
    @Clause("WORD-4")
    void shiftErrsByLessThanOneAndOnTheSideOfItsName(
            @ForAll("below50") long x, @ForAll @IntRange(min = 1, max = 12) int k) {
        long unit = 1L << k;
        long floor = Words.shift(x, k, Rounding.FLOOR, 0);
        long zero = Words.shift(x, k, Rounding.TOWARD_ZERO, 0);
        long away = Words.shift(x, k, Rounding.AWAY_FROM_ZERO, 0);
        long nearest = Words.shift(x, k, Rounding.NEAREST_EVEN, 0);
        assertTrue(floor * unit <= x && x < (floor + 1) * unit);
        assertTrue(Math.abs(zero) * unit <= Math.abs(x) && Math.abs(x) - Math.abs(zero) * unit < unit);
        assertTrue(Math.abs(away) * unit >= Math.abs(x) && Math.abs(away) * unit - Math.abs(x) < unit);
        long error = Math.abs(nearest * unit - x);
        assertTrue(2 * error <= unit);
        assertTrue(2 * error < unit || nearest % 2 == 0, "a tie goes to the even neighbour");
    }

    @Property(tries = TRIES)
    @Clause({"WORD-5", "WORD-6"})
    void decayEqualsTheModelAndScale(@ForAll("below50") long x, @ForAll("factors") int k) {
        same(WordModel.decay(big(x), k), Words.decay(x, k));
        assertEquals(Words.scale(x, k), Words.decay(x, k));
    }

    @Property(tries = TRIES)
    @Clause("WORD-5")
    void decayNeverGrowsNorTurns(@ForAll("below50") long x, @ForAll("factors") int k) {
        long y = Words.decay(x, k);
        assertTrue(Math.abs(y) <= Math.abs(x));
        assertTrue(y == 0 || Long.signum(y) == Long.signum(x));
        assertEquals(-y, Words.decay(-x, k));
        assertTrue(k == 4096 || x == 0 || Math.abs(y) < Math.abs(x), "a factor below 1 shrinks");
    }

    @Property(tries = TRIES)
    @Clause("WORD-6")
    void scaleEqualsTheModel(@ForAll("below31") long x, @ForAll("below31") long factor) {
        same(WordModel.scale(big(x), big(factor)), Words.scale(x, (int) factor));
    }

    @Property(tries = TRIES)
    @Clause("WORD-6")
    void scaleHoldsUpToItsLastBit(@ForAll("any") long product, @ForAll("below31") long factor) {
        long x = factor == 0 || product == Long.MIN_VALUE ? 0 : product / factor;
        same(WordModel.scale(big(x), big(factor)), Words.scale(x, (int) factor));
    }

    @Property(tries = TRIES)
    @Clause("WORD-7")
    void quotientEqualsTheModel(@ForAll("any") long x, @ForAll("below62") long anyDivisor) {
        long y = Math.max(1, Math.abs(anyDivisor));
        same(WordModel.quotient(big(x), big(y)), Words.quotient(x, y));
    }

    @Property(tries = TRIES)
    @Clause("WORD-8")
    void isqrtEqualsTheModel(@ForAll("any") long anyX) {
        long x = anyX == Long.MIN_VALUE ? 0 : Math.abs(anyX);
        same(WordModel.isqrt(big(x)), Words.isqrt(x));
    }

    @Property(tries = TRIES)
    @Clause("WORD-8")
    void isqrtIsExactAroundSquares(@ForAll @LongRange(min = 1, max = 3_037_000_499L) long root) {
        assertEquals(root, Words.isqrt(root * root));
        assertEquals(root - 1, Words.isqrt(root * root - 1));
    }
}
