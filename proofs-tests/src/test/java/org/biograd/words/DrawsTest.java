package org.biograd.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.Clause;
import org.biograd.spec.DrawStream;

/** Draws against the model, for anything that can be drawn for. */
@Clause({"DRAW-2", "DRAW-3"})
class DrawsTest {

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        0L,
                        1L,
                        -1L,
                        1L << 31,
                        1L << 32,
                        0xFFFFFFFFL,
                        Long.MIN_VALUE,
                        Long.MAX_VALUE,
                        0x80000000_00000000L),
                Arbitraries.longs());
    }

    @Provide
    Arbitrary<Long> samples() {
        return Arbitraries.oneOf(
                Arbitraries.of(0L, 1L, 0x7FFFFFFFL, 0x80000000L, 0xFFFFFFFFL),
                Arbitraries.longs().between(0, 0xFFFFFFFFL));
    }

    @Provide
    Arbitrary<List<Integer>> indices() {
        Integer[] edges = {
            0, 1, 3, 4, 7, 8, 15, 16, 17, 127, 128, 65_535, 65_536, Integer.MAX_VALUE - 1, Integer.MAX_VALUE
        };
        return Arbitraries.oneOf(
                        Arbitraries.of(edges),
                        Arbitraries.integers().between(0, 64),
                        Arbitraries.integers().between(0, Integer.MAX_VALUE))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    // The arbitraries hold the edges that matter; combinations of all of them would be more than the tries.
    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void anyDrawEqualsTheModel(
            @ForAll("seeds") long seed,
            @ForAll DrawStream stream,
            @ForAll @IntRange(min = 0, max = 65_535) int layer,
            @ForAll("samples") long sample,
            @ForAll @IntRange(min = 0) int step,
            @ForAll @IntRange(min = 1, max = 32) int bits,
            @ForAll("indices") List<Integer> indices) {
        Draws draws = new Draws(seed);
        DrawModel model = new DrawModel(seed);
        draws.select(stream, layer, sample, step, bits);
        for (int index : indices) {
            assertEquals(
                    model.draw(stream.name(), layer, sample, step, index, bits),
                    BigInteger.valueOf(draws.at(index)),
                    "index " + index);
        }
    }

    /** A few draws are made block by block, many of them together. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void aRangeOfDrawsEqualsTheModel(
            @ForAll("seeds") long seed,
            @ForAll DrawStream stream,
            @ForAll("samples") long sample,
            @ForAll @IntRange(min = 1, max = 31) int bits,
            @ForAll boolean toTheEnd,
            @ForAll @IntRange(min = 0, max = 100) int place,
            @ForAll @IntRange(min = 0, max = 600) int count) {
        int from = toTheEnd ? Integer.MAX_VALUE - count - place : place;
        Draws draws = new Draws(seed);
        DrawModel model = new DrawModel(seed);
        draws.select(stream, 3, sample, 5, bits);
        draws.at(from);
        int[] out = new int[count + 1];
        out[count] = -1;
        draws.fill(from, count, out);
        for (int i = 0; i < count; i++) {
            assertEquals(
                    model.draw(stream.name(), 3, sample, 5, from + i, bits).intValueExact(),
                    out[i],
                    "index " + (from + i));
        }
        assertEquals(-1, out[count], "no more draws than asked for");
        assertEquals(
                model.draw(stream.name(), 3, sample, 5, 17, bits),
                BigInteger.valueOf(draws.at(17)),
                "the next draw is as before");
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void drawsOfManyStepsEqualTheModel(
            @ForAll("seeds") long seed,
            @ForAll DrawStream stream,
            @ForAll("samples") long sample,
            @ForAll @IntRange(min = 1, max = 31) int bits,
            @ForAll @IntRange(min = 0, max = 7) int steps,
            @ForAll("indices") List<Integer> indices) {
        int[] ascending =
                indices.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
        Draws draws = new Draws(seed);
        DrawModel model = new DrawModel(seed);
        draws.select(stream, 3, sample, 4, bits);
        int[] out = new int[steps * ascending.length];
        draws.fillSteps(steps, ascending, ascending.length, out);
        for (int t = 0; t < steps; t++) {
            for (int p = 0; p < ascending.length; p++) {
                assertEquals(
                        model.draw(stream.name(), 3, sample, 4 + t, ascending[p], bits)
                                .intValueExact(),
                        out[t * ascending.length + p],
                        "step " + (4 + t) + ", index " + ascending[p]);
            }
        }
        assertEquals(
                model.draw(stream.name(), 3, sample, 4 + steps, 17, bits),
                BigInteger.valueOf(draws.at(17)),
                "then the step after");
        draws.nextStep();
        assertEquals(
                model.draw(stream.name(), 3, sample, 5 + steps, 17, bits),
                BigInteger.valueOf(draws.at(17)),
                "and the next");
    }

    /** What a draw is for. */
    private record Purpose(DrawStream stream, int layer, long sample, int step, int bits, int index) {}

    @Property(tries = 300)
    void noOrderAndNoOtherDrawChangesADraw(
            @ForAll("seeds") long seed,
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 0, max = 40) Integer> some,
            @ForAll Random random) {
        List<Purpose> purposes = new ArrayList<>();
        for (int index : some) {
            // Few values each, so that neighbours differ in one coordinate only: a cursor that forgot one would be
            // caught.
            purposes.add(new Purpose(
                    DrawStream.values()[random.nextInt(2)],
                    random.nextInt(2),
                    random.nextInt(2),
                    random.nextInt(2),
                    random.nextInt(32) + 1,
                    index));
        }
        Draws draws = new Draws(seed);
        List<Long> inOrder = drawAll(draws, purposes);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < purposes.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, random);
        List<Purpose> shuffled = new ArrayList<>();
        for (int place : places) {
            shuffled.add(purposes.get(place));
        }
        List<Long> anew = drawAll(draws, shuffled);
        for (int i = 0; i < places.size(); i++) {
            assertEquals(inOrder.get(places.get(i)), anew.get(i), () -> "of " + purposes);
        }
    }

    private static List<Long> drawAll(Draws draws, List<Purpose> purposes) {
        List<Long> values = new ArrayList<>();
        for (Purpose p : purposes) {
            draws.select(p.stream, p.layer, p.sample, p.step, p.bits);
            values.add(draws.at(p.index));
        }
        return values;
    }
}
