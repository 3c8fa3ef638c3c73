package org.biograd.proof.step;

import static org.biograd.proof.term.Terms.*;

import java.util.List;
import java.util.Map;
import org.biograd.fixedpoint.Events;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;
import org.biograd.proof.walk.Stub;
import org.biograd.spec.DrawStream;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.TraceParameters;
import org.biograd.spec.profile.UpdateParameters;

/** Parameters, each anywhere in its range of PROF-1, and the objects around a step. */
public final class Given {

    private Given() {}

    public static Instance soma(Scene s) {
        Term voltageBits = s.within("soma.voltageBits", 32, 3, 32);
        Term threshold = s.within("soma.threshold", 32, 0, (1L << 31) - 2);
        s.given(slt(Clauses.exact(threshold), Clauses.largest(voltageBits)));
        return s.object(
                SomaParameters.class,
                "currentBits",
                s.within("soma.currentBits", 32, 3, 32),
                "voltageBits",
                voltageBits,
                "voltageOne",
                s.within("soma.voltageOne", 32, 1, 1 << 30),
                "keep",
                s.within("soma.keep", 32, 0, 4096),
                "threshold",
                threshold,
                "window",
                s.within("soma.window", 32, 0, Integer.MAX_VALUE));
    }

    public static Instance trace(Scene s, TraceMode mode, Rounding rounding) {
        Term bits = variable(s, "trace.bits", 1, 17);
        Term impulse = variable(s, "trace.impulse", 1, (1 << 17) - 1);
        s.given(slt(Clauses.exact(impulse), Clauses.power(bits)));
        return s.object(
                TraceParameters.class,
                "mode",
                mode,
                "bits",
                bits,
                "impulse",
                impulse,
                "keep",
                variable(s, "trace.keep", 0, 4096),
                "rounding",
                rounding);
    }

    public static Instance error(Scene s, ErrorFunction function, Rounding rounding) {
        Term fraction = variable(s, "error.fraction", 1, 16);
        Term potentialBits = variable(s, "error.potentialBits", 3, 31);
        s.given(sle(add(fraction, constant(2, 32)), potentialBits));
        return s.object(
                ErrorParameters.class,
                "function",
                function,
                "fraction",
                fraction,
                "potentialBits",
                potentialBits,
                "dendriteBits",
                variable(s, "error.dendriteBits", 2, 31),
                "learningBits",
                variable(s, "error.learningBits", 2, 24),
                "hiddenShift",
                variable(s, "error.hiddenShift", -16, 24),
                "outputShift",
                variable(s, "error.outputShift", -16, 24),
                "rounding",
                rounding);
    }

    public static Instance update(Scene s, Rounding rounding) {
        return s.object(
                UpdateParameters.class,
                "hiddenMultiplier",
                variable(s, "update.hiddenMultiplier", 0, 65_535),
                "outputMultiplier",
                variable(s, "update.outputMultiplier", 0, 65_535),
                "shift",
                variable(s, "update.shift", 0, 62),
                "accumulatorBits",
                variable(s, "update.accumulatorBits", 2, 62),
                "accumulatorFraction",
                variable(s, "update.accumulatorFraction", 0, 32),
                "rounding",
                rounding,
                "batch",
                variable(s, "update.batch", 1, 65_536),
                "halveEvery",
                variable(s, "update.halveEvery", 0, Integer.MAX_VALUE));
    }

    /** A variable of 32 bits within bounds; the same one where a claim names it again. */
    public static Term variable(Scene s, String name, long low, long high) {
        Term known = s.known(name);
        return known != null ? known : s.within(name, 32, low, high);
    }

    public static Instance events(Scene s) {
        Object[] counts = new Object[Signal.values().length];
        java.util.Arrays.fill(counts, constant(0, 64));
        return s.object(Events.class, "counts", Array.longs(counts), "whole", null);
    }

    /** The count of a signal, of 128 bits. */
    public static Term count(Instance events, Signal signal) {
        return Clauses.exact(((Array) events.fields().get("counts")).term(signal.ordinal()));
    }

    /** A rounder whose draw is any of its bits: the variable {@code draw}. */
    public static Instance rounder(Scene s, Term bits, Rounding mode) {
        Term draw = s.known("draw") != null ? s.known("draw") : s.within("draw", 64, 0, (1L << 32) - 1);
        s.given(slt(Clauses.exact(draw), Clauses.power(bits)));
        Stub source = new Stub(
                Scene.internalName(DrawSource.class),
                Map.of("at", a -> draw, "select", a -> null, "nextStep", a -> null));
        Instance rounder = s.object(Scene.type("fixedpoint.Rounder"));
        s.callFor(
                Scene.type("fixedpoint.Rounder"),
                "<init>",
                rounder,
                source,
                DrawStream.WEIGHT,
                constant(1, 32),
                bits,
                mode);
        return rounder;
    }

    public static Term draw(Scene s) {
        return s.known("draw");
    }

    public static Term of(Instance record, String component) {
        return (Term) record.fields().get(component);
    }

    public static Array ints(Term... elements) {
        return Array.ints((Object[]) elements);
    }

    public static Term zero() {
        return constant(0, 32);
    }

    /** Whether a formula depends on no variables but these. */
    public static Term dependsOn(Term formula, Term... variables) {
        return truth(List.of(variables).containsAll(formula.variables()));
    }
}
