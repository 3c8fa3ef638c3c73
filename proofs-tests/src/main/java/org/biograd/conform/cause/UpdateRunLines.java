package org.biograd.conform.cause;

import java.util.ArrayList;
import java.util.List;
import org.biograd.study.explain.Draft;

/** Chapters 7 and 8 in single operations: updates of weights and of feedback weights. */
final class UpdateRunLines {

    private static final long MOST_SHIFT = 62;

    private UpdateRunLines() {}

    static Cause weight(Answered of) {
        int j = of.index(0);
        int i = of.index(1);
        return switch (of.first.signal()) {
            case "G" -> gradient(of, j, i);
            case "P" -> product(of, j, i);
            case "c" -> {
                of.line("c", "LEARN-3")
                        .is("saturate(2^update.accumulatorFraction * w - P, update.accumulatorBits)")
                        .given("update.accumulatorFraction", of.param("update.accumulatorFraction"))
                        .given("w", of.input("w", j, i))
                        .given("P", of.output("P", j, i))
                        .given("update.accumulatorBits", of.param("update.accumulatorBits"))
                        .value(of.right());
                yield of.cause("c");
            }
            default -> {
                String key = "update.accumulatorFraction";
                long c = of.output("c", j, i);
                Draft line = of.line("w", "LEARN-3").given("c", c).given(key, of.param(key));
                String shift = Answered.shift(
                        line, "c", c, key, of.param(key), of.choice("update.rounding"), of.input("draw", j, i));
                line.is("saturate(" + shift + ", weight.bits)")
                        .given("weight.bits", of.param("weight.bits"))
                        .value(of.right());
                yield of.cause("w");
            }
        };
    }

    private static Cause gradient(Answered of, int j, int i) {
        List<String> terms = new ArrayList<>();
        Draft line = of.line("G", "LEARN-1");
        int samples = of.in.path("q").size();
        for (int b = 0; b < samples; b++) {
            String at = samples == 1 ? "" : "[" + b + "]";
            terms.add("q" + at + " * E" + at);
            line.given("q" + at, of.input("q", b, i)).given("E" + at, of.input("E", b, j, i));
        }
        line.is(Answered.sum(terms)).value(of.right());
        return of.cause("G");
    }

    private static Cause product(Answered of, int j, int i) {
        long every = of.param("update.halveEvery");
        long halved = every == 0 ? 0 : of.input("sample") / every;
        of.line("h", "LEARN-2")
                .is(every == 0 ? "0" : "floor(n / update.halveEvery)")
                .given("n", of.input("sample"))
                .given("update.halveEvery", every)
                .value(halved);
        of.line("P", "LEARN-2")
                .is("shift(m * G, min(update.shift + h, " + MOST_SHIFT + "), FLOOR)")
                .given("m", of.param("update.hiddenMultiplier"))
                .given("G", of.output("G", j, i))
                .given("update.shift", of.param("update.shift"))
                .from("h", halved, Answered.place(), "h")
                .value(of.right());
        return of.cause("P");
    }

    static Cause feedback(Answered of) {
        return switch (of.first.signal()) {
            case "hebb" -> counts(of, "hebb", of.index(0), of.index(1));
            case "square" -> counts(of, "square", -1, of.index(0));
            default -> feedbackWeight(of, of.index(0), of.index(1));
        };
    }

    private static Cause counts(Answered of, String symbol, int i, int k) {
        List<String> terms = new ArrayList<>();
        Draft line = of.line(symbol, "SLEEP-4");
        for (int m = 0; m < of.in.path("O").size(); m++) {
            String at = "[" + m + "]";
            terms.add(i < 0 ? "O" + at + "^2" : "H" + at + " * O" + at);
            line.given("O" + at, of.input("O", m, k));
            if (i >= 0) {
                line.given("H" + at, of.input("H", m, i));
            }
        }
        line.is(Answered.sum(terms)).value(of.right());
        return of.cause(symbol);
    }

    private static Cause feedbackWeight(Answered of, int i, int k) {
        long before = of.input("B", i, k);
        long hebb = of.output("hebb", i, k);
        long square = of.output("square", k);
        long x = (hebb << of.param("sleep.hebbShift")) - square * before;
        of.line("X", "SLEEP-4")
                .is("2^sleep.hebbShift * hebb - square * B")
                .given("sleep.hebbShift", of.param("sleep.hebbShift"))
                .given("hebb", hebb)
                .given("square", square)
                .given("B", before)
                .value(x);
        Draft line = of.line("B", "SLEEP-4").given("B", before).from("X", x, Answered.place(), "X");
        long bits = of.param("sleep.shift");
        String shift =
                Answered.shift(line, "X", x, "sleep.shift", bits, of.choice("sleep.rounding"), of.input("draw", i, k));
        line.is("saturate(B + " + shift + ", feedback.bits)")
                .given("sleep.shift", bits)
                .given("feedback.bits", of.param("feedback.bits"))
                .value(of.right());
        return of.cause("B");
    }
}
