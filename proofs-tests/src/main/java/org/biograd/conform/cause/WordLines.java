package org.biograd.conform.cause;

import org.biograd.fixedpoint.word.Philox;
import org.biograd.spec.DrawStream;
import org.biograd.study.explain.Draft;

/** Chapters 1 and 2: words and draws. */
final class WordLines {

    private static final long LOW_WORD = (1L << 32) - 1;

    /** Draws of fewer bits are found anywhere. */
    private static final int NARROW = 8;

    private WordLines() {}

    static Cause wrap(Answered of) {
        of.line("y", "WORD-1")
                .is("wrap(x, bits)")
                .given("x", of.input("x", of.index(0)))
                .given("bits", of.param("bits"))
                .value(of.right());
        return of.cause("y");
    }

    static Cause saturate(Answered of) {
        boolean signed = of.params.path("signed").asBoolean();
        of.line("y", signed ? "WORD-2" : "WORD-3")
                .is(signed ? "saturate(x, bits)" : "saturateUnsigned(x, bits)")
                .given("x", of.input("x", of.index(0)))
                .given("bits", of.param("bits"))
                .value(of.right());
        return of.cause("y");
    }

    static Cause shift(Answered of) {
        long x = of.input("x", of.index(0));
        Draft line = of.line("y", "WORD-4").given("x", x).given("k", of.param("k"));
        line.is(Answered.shift(line, "x", x, "k", of.param("k"), of.choice("mode"), of.input("draw", of.index(0))))
                .value(of.right());
        return of.cause("y");
    }

    static Cause decay(Answered of) {
        boolean decays = of.param("factor") >= 0 && of.param("factor") <= 4096;
        of.line("y", decays ? "WORD-5" : "WORD-6")
                .is(decays ? "decay(x, factor)" : "scale(x, factor)")
                .given("x", of.input("x", of.index(0)))
                .given("factor", of.param("factor"))
                .value(of.right());
        return of.cause("y");
    }

    static Cause philox(Answered of) {
        int row = of.index(0);
        Draft line = of.line("word", "DRAW-1").is("philox(c0, c1, c2, c3, k0, k1, word)");
        for (int i = 0; i < 4; i++) {
            line.given("c" + i, of.input("counter", row, i));
        }
        line.given("k0", of.input("key", row, 0))
                .given("k1", of.input("key", row, 1))
                .given("word", of.index(1))
                .value(of.right());
        return of.cause("word");
    }

    /** DRAW-2 makes the words of a block, DRAW-3 takes lanes from them. */
    static Cause draw(Answered of) {
        long bits = of.param("bits");
        int lane = bits <= 8 ? 8 : bits <= 16 ? 16 : 32;
        int lanes = 128 / lane;
        long index = of.input("index", of.index(0));
        int low = (int) (index % lanes) * lane;
        long word = block(of, index / lanes)[low / 32] & LOW_WORD;
        of.line("word", "DRAW-2")
                .is("philox(block, step, sample, 2^16 * code + layer, mod(seed, 2^32), mod(floor(seed / 2^32), 2^32),"
                        + " i)")
                .given("block", index / lanes)
                .given("step", of.param("step"))
                .given("sample", of.param("sample"))
                .given("code", DrawStream.valueOf(of.choice("stream")).code())
                .given("layer", of.param("layer"))
                .given("seed", of.param("seed"))
                .given("i", low / 32)
                .words("word " + low / 32 + " of block " + index / lanes)
                .value(word);
        of.line("draw", "DRAW-3")
                .is("mod(floor(word / 2^low), 2^bits)")
                .from("word", word, Answered.place(), "word")
                .given("low", low % 32)
                .given("bits", bits)
                .words("lane " + index % lanes + " of " + lanes)
                .value(of.right());
        return new Cause(
                inTheBlock(of, block(of, index / lanes)) ? "DRAW-3" : "DRAW-2",
                of.cause("draw").lines());
    }

    private static int[] block(Answered of, long number) {
        int[] block = new int[4];
        long seed = of.param("seed");
        Philox.block(
                (int) number,
                (int) of.param("step"),
                (int) of.param("sample"),
                DrawStream.valueOf(of.choice("stream")).code() << 16 | (int) of.param("layer"),
                (int) seed,
                (int) (seed >>> 32),
                block);
        return block;
    }

    /**
     * Whether what is wrong is the lane and not the block: the answer stands elsewhere in the block, or, where a draw
     * is too narrow to tell, of the block's counter and key nothing but the stream is other than 0.
     */
    private static boolean inTheBlock(Answered of, int[] block) {
        int bits = (int) of.param("bits");
        if (bits < NARROW) {
            return of.param("seed") == 0 && of.param("step") == 0 && of.param("sample") == 0 && of.param("layer") == 0;
        }
        for (int word : block) {
            for (int low = 0; low + bits <= 32; low++) {
                if (((word & LOW_WORD) >>> low & (1L << bits) - 1)
                        == of.first.got().asLong(-1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
