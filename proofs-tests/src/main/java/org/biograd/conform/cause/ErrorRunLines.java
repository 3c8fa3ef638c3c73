package org.biograd.conform.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biograd.spec.ErrorFunction;
import org.biograd.study.explain.Draft;

/** Chapters 4 and 6 in single operations: gates, errors, error neurons, dendrites. */
final class ErrorRunLines {

    /** So many outputs are all written out; of more, those with a net error spike. */
    private static final int FEW = 4;

    private ErrorRunLines() {}

    static Cause gate(Answered of) {
        of.line("g", "GATE-1")
                .is("[abs(v - soma.threshold) < soma.window]")
                .given("v", of.input("v", of.index(0)))
                .given("soma.threshold", of.param("soma.threshold"))
                .given("soma.window", of.param("soma.window"))
                .value(of.right());
        return of.cause("g");
    }

    static Cause error(Answered of) {
        int row = of.index(0);
        int k = of.index(1);
        boolean softmax = of.choice("error.function").equals(ErrorFunction.SOFTMAX.name());
        long label = of.input("label", row);
        long o = of.input("o", row, k);
        Draft line;
        if (softmax) {
            line = softmax(of, row, o);
        } else {
            line = of.line("e", "ERR-3")
                    .is("floor((2 * F * o + (t + 1)) / (2 * (t + 1))) - F * [k = label]")
                    .given("o", o)
                    .given("t", of.input("t", row));
        }
        line.given("F", 1L << of.param("error.fraction"))
                .given("k", k)
                .given("label", label)
                .value(of.right());
        return of.cause("e");
    }

    private static Draft softmax(Answered of, int row, long o) {
        int outputs = of.in.path("o").path(row).size();
        long most = 0;
        for (int k = 0; k < outputs; k++) {
            most = Math.max(most, of.input("o", row, k));
        }
        List<String> counts = new ArrayList<>();
        List<String> weights = new ArrayList<>();
        Draft best = of.line("most", "ERR-2");
        Draft total = of.line("S", "ERR-2").from("most", most, Answered.place(), "most");
        long sum = 0;
        for (int k = 0; k < outputs; k++) {
            String name = "o[" + k + "]";
            counts.add(name);
            weights.add("table(most - " + name + ")");
            best.given(name, of.input("o", row, k));
            total.given(name, of.input("o", row, k));
            sum += table(most - of.input("o", row, k));
        }
        best.is("max(" + String.join(", ", counts) + ")").value(most);
        total.is(Answered.sum(weights)).value(sum);
        long x = table(most - o);
        of.line("x", "ERR-2")
                .is("table(most - o)")
                .from("most", most, Answered.place(), "most")
                .given("o", o)
                .value(x);
        return of.line("e", "ERR-2")
                .is("floor((2 * F * x + S) / (2 * S)) - F * [k = label]")
                .from("x", x, Answered.place(), "x")
                .from("S", sum, Answered.place(), "S");
    }

    private static long table(long difference) {
        return Answered.computed("table(d)", Map.of("d", difference));
    }

    static Cause errorNeuron(Answered of) {
        int t = of.index(0);
        int k = of.index(1);
        boolean positive = of.first.signal().endsWith("p");
        String potential = positive ? "p" : "n";
        String spikes = positive ? "sp" : "sn";
        long f = 1L << of.param("error.fraction");
        if (of.first.signal().startsWith("s")) {
            of.line(spikes, "ERR-4")
                    .is("[" + potential + " > F]")
                    .given(potential, of.output(potential, t, k))
                    .given("F", f)
                    .value(of.right());
            return of.cause(spikes);
        }
        of.line(potential, "ERR-4")
                .is("saturate(" + potential + "(t-1) - F * " + spikes + "(t-1) " + (positive ? "+" : "-")
                        + " e, error.potentialBits)")
                .given(potential + "(t-1)", t == 0 ? of.input(potential, k) : of.output(potential, t - 1, k))
                .given("F", f)
                .given(spikes + "(t-1)", t == 0 ? of.input(spikes, k) : of.output(spikes, t - 1, k))
                .given("e", of.input("e", t, k))
                .given("error.potentialBits", of.param("error.potentialBits"))
                .value(of.right());
        return of.cause(potential);
    }

    static Cause dendrite(Answered of) {
        return of.first.signal().equals("q") ? learningError(of) : sum(of);
    }

    private static Cause sum(Answered of) {
        int t = of.index(0);
        int i = of.index(1);
        boolean hidden = of.in.has("B");
        Draft line = of.line("D", hidden ? "ERR-6" : "ERR-5")
                .given("D(t-1)", t == 0 ? of.input("D", i) : of.output("D", t - 1, i))
                .given("error.dendriteBits", of.param("error.dendriteBits"));
        if (!hidden) {
            line.is("saturate(D(t-1) + sp - sn, error.dendriteBits)")
                    .given("sp", of.input("sp", t, i))
                    .given("sn", of.input("sn", t, i));
        } else {
            List<String> terms = new ArrayList<>(List.of("D(t-1)"));
            int outputs = of.in.path("sp").path(t).size();
            for (int k = 0; k < outputs; k++) {
                long sp = of.input("sp", t, k);
                long sn = of.input("sn", t, k);
                if (outputs <= FEW || sp != sn) {
                    String at = "[" + k + "]";
                    terms.add("B" + at + " * (sp" + at + " - sn" + at + ")");
                    line.given("B" + at, of.input("B", i, k))
                            .given("sp" + at, sp)
                            .given("sn" + at, sn);
                }
            }
            line.is("saturate(" + Answered.sum(terms) + ", error.dendriteBits)");
        }
        line.value(of.right());
        return of.cause("D");
    }

    private static Cause learningError(Answered of) {
        int i = of.index(0);
        int last = of.in.path("sp").size() - 1;
        String key = of.in.has("B") ? "error.hiddenShift" : "error.outputShift";
        long d = of.output("D", last, i);
        long h = of.param(key);
        Draft line = of.line("q", "ERR-7").given("D", d).given(key, h);
        String inner = h < 0
                ? "D * 2^(-" + key + ")"
                : Answered.shift(line, "D", d, key, h, of.choice("error.rounding"), of.input("draw", i));
        line.is("saturate(" + inner + ", error.learningBits)")
                .given("error.learningBits", of.param("error.learningBits"))
                .value(of.right());
        return of.cause("q");
    }
}
