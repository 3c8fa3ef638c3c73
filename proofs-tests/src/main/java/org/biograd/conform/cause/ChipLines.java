package org.biograd.conform.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biograd.loihi.synapse.SignMode;
import org.biograd.spec.Rounding;
import org.biograd.study.explain.Draft;
import org.biograd.study.explain.Line;

/** Chapters 11 and 12 in single operations: compartments, weights and traces of the chip. */
final class ChipLines {

    private static final String LAVA = "lava";
    private static final String NENGO = "nengo";
    private static final String BRIAN = "brian2loihi";

    private ChipLines() {}

    /** u by CHIP-3, v and s by CHIP-4 and CHIP-5, in an emulator's arithmetic by CHIP-6. */
    static Cause compartment(Answered of) {
        int t = of.index(0);
        return of.first.signal().equals("u") ? current(of, t) : voltage(of, t);
    }

    private static Cause current(Answered of, int t) {
        String emulator = of.choice("emulator");
        long before = t == 0 ? 0 : of.output("u", t - 1);
        long a = of.input("a", t);
        String input = emulator.equals(NENGO) ? "wrap(a, 22)" : "a";
        String sum = "decay(u(t-1), 4096 - decayU) + " + input;
        Draft line = of.line("u", emulator.isEmpty() ? "CHIP-3" : "CHIP-6")
                .given("u(t-1)", before)
                .given("decayU", of.param("decayU"))
                .given("a", a);
        if (emulator.equals(LAVA)) {
            // The same sum in both places: it is computed once, before it is corrected.
            long n = Answered.computed(sum, Map.of("u(t-1)", before, "decayU", of.param("decayU"), "a", a));
            of.line("sum", "CHIP-6")
                    .is(sum)
                    .given("u(t-1)", before)
                    .given("decayU", of.param("decayU"))
                    .given("a", a)
                    .value(n);
            of.line("u", "CHIP-6")
                    .is("sum - 2^24 * [sum > 2^23] + 2^24 * [sum < 1 - 2^23]")
                    .from("sum", n, Answered.place(), "sum")
                    .value(of.right());
        } else {
            line.is(emulator.equals(BRIAN) ? sum : "wrap(" + sum + ", 24)").value(of.right());
        }
        return of.cause("u");
    }

    private static Cause voltage(Answered of, int t) {
        int last = t - 1;
        while (last >= 0 && of.output("s", last) == 0) {
            last--;
        }
        long period = of.param("refractory");
        boolean rests = last >= 0 && t - last < period;
        if (last >= 0) {
            of.line("rest", "CHIP-5")
                    .is("[t - last < r]")
                    .given("t", t)
                    .given("last", last)
                    .given("r", period)
                    .words("the last spike was at step " + last)
                    .value(rests ? 1 : 0);
        }
        String symbol = of.first.signal();
        if (rests) {
            of.line(symbol, "CHIP-5")
                    .is("0 * rest")
                    .from("rest", 1, Answered.place(), "rest")
                    .value(of.right());
            return of.cause(symbol);
        }
        long y = sum(of, t);
        long s = y > of.param("vthMant") << 6 ? 1 : 0;
        of.line("s", "CHIP-5")
                .is("[y > 2^6 * vthMant]")
                .from("y", y, Answered.place(), "y")
                .given("vthMant", of.param("vthMant"))
                .value(s);
        if (symbol.equals("v")) {
            of.line("v", "CHIP-5")
                    .is("(1 - s) * y")
                    .from("s", s, Answered.place(), "s")
                    .from("y", y, Answered.place(), "y")
                    .words(s == 1 ? "after the reset" : "")
                    .value(of.right());
        }
        List<Line> lines = new ArrayList<>(of.cause(symbol).lines());
        if (last >= 0) {
            // That it no longer rests is on the way too.
            lines.add(0, of.line("rest"));
        }
        boolean byTheSum = ofTheSum(of, t, last, y, s);
        return new Cause(byTheSum ? of.line("y").clause() : "CHIP-5", lines);
    }

    /** Whether the sum is wrong, and not spike, reset or rest. */
    private static boolean ofTheSum(Answered of, int t, int last, long y, long s) {
        long givenV = of.got.path("v").path(t).asLong(Long.MIN_VALUE);
        long givenS = of.got.path("s").path(t).asLong(-1);
        if (givenS == 0 && givenV != 0) {
            // A voltage that was not reset is what the program has summed up.
            return givenV != y;
        }
        if (last >= 0 && givenS == 0 || givenS == s) {
            return false;
        }
        return Blame.acts(of.line("y")) && !Blame.acts(of.line("s"));
    }

    private static long sum(Answered of, int t) {
        String emulator = of.choice("emulator");
        long w = t == 0 ? 0 : of.output("v", t - 1);
        long u = of.output("u", t);
        String input = "u + biasMant * 2^biasExp";
        if (emulator.equals(NENGO)) {
            input = "wrap(" + input + ", 24)";
        }
        String exact = "decay(w(t-1), 4096 - decayV) + " + input;
        String formula = emulator.equals(BRIAN) ? exact : "saturate(" + exact + ", 24)";
        long y = Answered.computed(
                formula,
                Map.of(
                        "w(t-1)",
                        w,
                        "decayV",
                        of.param("decayV"),
                        "u",
                        u,
                        "biasMant",
                        of.param("biasMant"),
                        "biasExp",
                        of.param("biasExp")));
        of.line("y", emulator.isEmpty() ? "CHIP-4" : "CHIP-6")
                .is(formula)
                .given("w(t-1)", w)
                .given("decayV", of.param("decayV"))
                .given("u", u)
                .given("biasMant", of.param("biasMant"))
                .given("biasExp", of.param("biasExp"))
                .value(y);
        return y;
    }

    /** CHIP-8, and with an emulator CHIP-9. */
    static Cause weight(Answered of) {
        String emulator = of.choice("emulator");
        long w = of.input("w", of.index(0));
        SignMode mode = SignMode.valueOf(of.choice("signMode"));
        long m = mode == SignMode.MIXED ? 1 : 0;
        String symbol = of.first.signal();
        if (emulator.isEmpty()) {
            of.line(symbol, "CHIP-8")
                    .is("w * 2^(6 + wExp)")
                    .given("w", w)
                    .given("wExp", of.param("wExp"))
                    .value(of.right());
        } else if (emulator.equals(BRIAN)) {
            brian(of, w, m);
        } else {
            boolean clips = symbol.startsWith("clipped");
            if (clips) {
                clip(of, symbol, w, mode);
            }
            if (!symbol.equals("clipped")) {
                String from = clips ? "clipped" : "w";
                long value = clips ? of.output("clipped", of.index(0)) : w;
                boolean negative = mode == SignMode.INHIBITORY;
                of.line(symbol, "CHIP-9")
                        .is(
                                negative
                                        ? "-(floor((-" + from + ") / 2^(maxNumWeightBits - numWeightBits + m))"
                                                + " * 2^(maxNumWeightBits - numWeightBits + m))"
                                        : "floor(" + from + " / 2^(maxNumWeightBits - numWeightBits + m))"
                                                + " * 2^(maxNumWeightBits - numWeightBits + m)")
                        .given(from, value)
                        .given("maxNumWeightBits", of.param("maxNumWeightBits"))
                        .given("numWeightBits", of.param("numWeightBits"))
                        .given("m", m)
                        .value(of.right());
            }
        }
        return of.cause(symbol);
    }

    private static void clip(Answered of, String symbol, long w, SignMode mode) {
        boolean learns = of.params.path("learningSimulation").asBoolean();
        String low = switch (mode) {
            case MIXED -> "-(2^clipNumBits)";
            case EXCITATORY -> "0";
            case INHIBITORY -> "1 - 2^clipNumBits";
        };
        String high = switch (mode) {
            case MIXED -> learns ? "2^clipNumBits - 2" : "2^clipNumBits - 1";
            case EXCITATORY -> "2^clipNumBits - 1";
            case INHIBITORY -> "0";
        };
        long value = symbol.equals("clipped") ? of.right() : of.output("clipped", of.index(0));
        of.line("clipped", "CHIP-9")
                .is("max(" + low + ", min(w, " + high + "))")
                .given("w", w)
                .given("clipNumBits", of.param("clipNumBits"))
                .value(value);
    }

    private static void brian(Answered of, long w, long m) {
        long q = 1L << 8 + m - of.param("numWeightBits");
        long p = Long.signum(w) * q * (Math.abs(w) / q);
        of.line("p", "CHIP-9")
                .is("sign(w) * 2^(8 + m - numWeightBits) * floor(abs(w) / 2^(8 + m - numWeightBits))")
                .given("w", w)
                .given("m", m)
                .given("numWeightBits", of.param("numWeightBits"))
                .value(p);
        long e = of.param("wExp");
        String scaled = e >= 0 ? "2^wExp * p" : "floor(p / 2^(-wExp))";
        of.line("effective", "CHIP-9")
                .is("max(64 - 2^21, min(" + scaled + " * 64, 2^21 - 64))")
                .from("p", p, Answered.place(), "p")
                .given("wExp", e)
                .value(of.right());
    }

    /** ENG-3. What an emulator rounds with random numbers that are no integers is no formula here (ENG-12). */
    static Cause trace(Answered of) {
        int i = of.index(0);
        boolean decays = of.first.signal().equals("decayed");
        String stochastic = Rounding.STOCHASTIC.name();
        if (of.params.has("emulator")) {
            if (decays) {
                return Cause.of("ENG-12");
            }
            of.line("z", "ENG-12")
                    .is("min(127, decayed + impulseInt + [2 * randomImpulse < impulseFrac])")
                    .given("decayed", of.output("decayed", i))
                    .given("impulseInt", of.param("impulseInt"))
                    .given("randomImpulse", of.input("randomImpulse"))
                    .given("impulseFrac", of.param("impulseFrac"))
                    .value(of.right());
            return of.cause("z");
        }
        Draft line = of.line("z", "ENG-3");
        if (decays) {
            long x = of.input("x", i);
            long keep = of.param("keep");
            line.given("x", x).given("keep", keep);
            line.is(Answered.shift(line, "x * keep", x * keep, "12", 12, stochastic, of.input("drawDecay", i)));
        } else {
            long impulse = 256 * of.param("impulseInt") + of.param("impulseFrac");
            line.given("decayed", of.output("decayed", i))
                    .given("impulseInt", of.param("impulseInt"))
                    .given("impulseFrac", of.param("impulseFrac"));
            String whole = "256 * impulseInt + impulseFrac";
            line.is("saturateUnsigned(decayed + "
                    + Answered.shift(line, whole, impulse, "8", 8, stochastic, of.input("drawImpulse", i)) + ", 7)");
        }
        line.value(of.right());
        return of.cause("z");
    }
}
