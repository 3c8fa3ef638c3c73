package org.biograd.proof.words;

import static org.biograd.proof.term.Terms.*;

import org.biograd.fixedpoint.word.Words;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.term.Term;

/** Chapter Words, clause by clause. The clauses are stated in words of 128 bits, where nothing overflows. */
final class WordProofs {

    private static final String WORDS = "fixedpoint/src/main/java/org/biograd/fixedpoint/word/Words.java";

    private WordProofs() {}

    @Proof(
            clauses = "WORD-1",
            says = "wrap(x, b) lies in -2^(b-1) .. 2^(b-1) - 1 and differs from x by a multiple of 2^b",
            inputs = "x of 64 bits; b in 1..64")
    @Planted(value = "one bit too many is cut", in = WORDS, right = "64 - bits;", wrong = "65 - bits;")
    static void wrap(Scene s) {
        Term x = s.any("x", 64);
        Term b = s.within("b", 32, 1, 64);
        Term y = wide(s.call(Words.class, "wrap", x, b));
        Term half = powerOf2(sub(b, constant(1, 32)));
        Term multiple = sub(powerOf2(b), constant(1, 128));
        s.prove(sle(neg(half), y), slt(y, half), eq(and(sub(wide(x), y), multiple), constant(0, 128)));
    }

    @Proof(
            clauses = "WORD-2",
            says = "saturate(x, b) is x limited to -(2^(b-1) - 1) .. 2^(b-1) - 1",
            inputs = "x of 64 bits; b in 2..63")
    @Planted(
            value = "saturation reaches -2^(b-1)",
            in = WORDS,
            right = "Math.max(-largest, ",
            wrong = "Math.max(-largest - 1, ")
    static void saturate(Scene s) {
        Term x = s.any("x", 64);
        Term b = s.within("b", 32, 2, 63);
        Term y = wide(s.call(Words.class, "saturate", x, b));
        Term largest = sub(powerOf2(sub(b, constant(1, 32))), constant(1, 128));
        s.prove(eq(y, limited(wide(x), neg(largest), largest)));
    }

    @Proof(
            clauses = "WORD-3",
            says = "saturateUnsigned(x, b) is x limited to 0 .. 2^b - 1",
            inputs = "x of 64 bits; b in 1..62")
    @Planted(
            value = "the range of a signed word",
            in = WORDS,
            right = "Math.min((1L << bits) - 1",
            wrong = "Math.min((1L << bits - 1) - 1")
    static void saturateUnsigned(Scene s) {
        Term x = s.any("x", 64);
        Term b = s.within("b", 32, 1, 62);
        Term y = wide(s.call(Words.class, "saturateUnsigned", x, b));
        s.prove(eq(y, limited(wide(x), constant(0, 128), sub(powerOf2(b), constant(1, 128)))));
    }

    @Proof(
            clauses = {"WORD-5", "WORD-6"},
            says = "decay(x, k) is sign(x) floor(abs(x) k / 4096), and no larger than x in magnitude",
            inputs = "x with abs(x) < 2^50; k in 0..4096")
    @Planted(
            value = "decay floors instead of rounding toward zero",
            in = WORDS,
            right = "return scale(x, k);",
            wrong = "return x * k >> 12;")
    static void decay(Scene s) {
        Term x = s.within("x", 64, 1 - (1L << 50), (1L << 50) - 1);
        Term k = s.within("k", 32, 0, 4096);
        s.nameProducts();
        Term y = s.call(Words.class, "decay", x, k);
        Term k64 = signExtend(k, 64);
        Term size = abs(x);
        s.productWidens(size, k64, 1L << 50, 4096, 128);
        s.productFits(size, k64, 1L << 50, 4096);
        s.productGrows(k64, constant(4096, 64), size, 4096, 1L << 50);
        Term floor = lshr(mul(zeroExtend(size, 128), zeroExtend(k64, 128)), constant(12, 128));
        s.prove(eq(wide(y), ite(negative(x), neg(floor), floor)));
        s.prove(ule(abs(y), size));
    }

    @Proof(
            clauses = "WORD-6",
            says = "scale(x, f) is sign(x f) floor(abs(x) abs(f) / 4096)",
            inputs = "x with abs(x) <= 2^31, f of 32 bits")
    @Planted(
            value = "scale looks at one sign only",
            in = WORDS,
            right = "return x < 0 != f < 0 ?",
            wrong = "return x < 0 ?")
    static void scale(Scene s) {
        Term x = s.within("x", 64, -(1L << 31) + 1, (1L << 31) - 1);
        Term f = s.any("f", 32);
        s.nameProducts();
        Term y = s.call(Words.class, "scale", x, f);
        Term f64 = abs(signExtend(f, 64));
        Term size = abs(x);
        s.productWidens(size, f64, 1L << 31, 1L << 31, 128);
        s.productFits(size, f64, 1L << 31, 1L << 31);
        Term floor = lshr(mul(zeroExtend(size, 128), zeroExtend(f64, 128)), constant(12, 128));
        s.prove(eq(wide(y), ite(ne(negative(x), negative(f)), neg(floor), floor)));
    }

    @Proof(
            clauses = "WORD-7",
            says = "quotient(x, y) is sign(x) floor(abs(x) / y), floor of a division without sign being what LDIV is"
                    + " defined by (JLS 15.17.2)",
            inputs = "x of 64 bits; y > 0")
    @Planted(value = "the quotient floors", in = WORDS, right = "return x / y;", wrong = "return Math.floorDiv(x, y);")
    static void quotient(Scene s) {
        Term x = s.any("x", 64);
        Term y = s.within("y", 64, 1, Long.MAX_VALUE);
        s.nameProducts();
        Term q = s.call(Words.class, "quotient", x, y);
        Term floor = udiv(abs(x), y);
        s.prove(eq(q, ite(negative(x), neg(floor), floor)));
    }

    private static Term limited(Term x, Term least, Term largest) {
        return ite(slt(largest, x), largest, ite(slt(x, least), least, x));
    }

    private static Term wide(Term x) {
        return signExtend(x, 128);
    }

    private static Term powerOf2(Term k) {
        return shl(constant(1, 128), signExtend(k, 128));
    }
}
