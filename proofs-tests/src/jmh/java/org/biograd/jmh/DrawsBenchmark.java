package org.biograd.jmh;

import java.util.concurrent.TimeUnit;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.fixedpoint.word.Philox;
import org.biograd.spec.DrawStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Random draws: a block of the generator, and a row of draws. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DrawsBenchmark {

    private static final int ROW = 784;
    private static final int LIT = 150;
    private static final int STEPS = 20;

    /** Bits of a draw: a lane each of 8, 16 and 32. */
    @Param({"8", "16", "32"})
    private int bits;

    private final Draws draws = new Draws(1);
    private final int[] words = new int[4];
    private final int[] row = new int[ROW];
    private final int[] lit = new int[LIT];
    private final int[] sample = new int[STEPS * LIT];
    private int step;

    /** Lit pixels as in an image: in rows of 28, some in the middle. */
    public DrawsBenchmark() {
        for (int p = 0; p < LIT; p++) {
            lit[p] = (p / 8 + 4) * 28 + 10 + p % 8;
        }
    }

    /** One block of 128 bits; the same whatever the bits of a draw. */
    @Benchmark
    public int[] block() {
        Philox.block(step++, 2, 3, 4, 5, 6, words);
        return words;
    }

    /** 784 draws that follow one another. */
    @Benchmark
    public int[] fillRow() {
        draws.select(DrawStream.WEIGHT, 1, 2, step++ & 0xFFFF, bits);
        draws.fill(0, ROW, row);
        return row;
    }

    /** The draws of 150 inputs in 20 steps, as rate coding makes them. */
    @Benchmark
    public int[] fillSteps() {
        draws.select(DrawStream.INPUT, 0, step++, 0, bits);
        draws.fillSteps(STEPS, lit, LIT, sample);
        return sample;
    }
}
