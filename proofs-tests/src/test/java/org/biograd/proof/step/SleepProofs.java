package org.biograd.proof.step;

import static org.biograd.proof.step.Clauses.*;
import static org.biograd.proof.term.Terms.*;

import java.util.EnumMap;
import java.util.Map;
import org.biograd.fixedpoint.FeedbackUpdate;
import org.biograd.proof.prove.Planted;
import org.biograd.proof.prove.Proof;
import org.biograd.proof.prove.Scene;
import org.biograd.proof.term.Term;
import org.biograd.proof.walk.Array;
import org.biograd.proof.walk.Instance;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.SleepParameters;

/** Chapter Sleep: how feedback weights move. */
final class SleepProofs {

    private static final String HERE = "fixedpoint/src/main/java/org/biograd/fixedpoint/";

    /** 4096 trajectories of 4096 steps, in each of which both counts can be 4096. */
    private static final long MOST = 1L << 36;

    private SleepProofs() {}

    @Proof(
            clauses = {"SLEEP-4", "WORD-4", "PROF-2"},
            says = "B and its saturations are those of the clause, in all five rounding modes; B stays within its"
                    + " width; no word overflows",
            inputs = "every B, draw, width and shift that PROF-1 admits, and every sum that 4096 trajectories of 4096"
                    + " steps can leave",
            tactic = "qfufbv_ackr",
            slow = true)
    @Planted(
            value = "the Hebbian sum is not shifted",
            in = HERE + "FeedbackUpdate.java",
            right = "(hebb[s] << parameters.hebbShift())",
            wrong = "hebb[s]")
    static void feedback(Scene s) {
        shiftIsProven(s);
        s.nameProducts();
        Term b = s.within("B", 32, 1 - (1 << 23), (1 << 23) - 1);
        Term bits = s.within("feedback.bits", 32, 2, 24);
        Term hebb = s.within("sum of H O", 64, -MOST, MOST);
        Term square = s.within("sum of O^2", 64, 0, MOST);
        Term left = s.within("sleep.hebbShift", 32, 0, 24);
        Term places = s.within("sleep.shift", 32, 0, 32);
        s.given(holds(b, bits));
        Term b64 = signExtend(b, 64);
        s.productNegates(b64, square);
        s.productFits(abs(b64), square, 1 << 23, MOST);
        Map<Rounding, Instance> events = new EnumMap<>(Rounding.class);
        Map<Rounding, Array> after = new EnumMap<>(Rounding.class);
        for (Rounding mode : Rounding.values()) {
            Instance parameters = s.object(
                    SleepParameters.class,
                    "first",
                    Given.zero(),
                    "every",
                    Given.zero(),
                    "trajectories",
                    constant(4096, 32),
                    "steps",
                    constant(4096, 32),
                    "hebbShift",
                    left,
                    "shift",
                    places,
                    "rounding",
                    mode);
            events.put(mode, Given.events(s));
            after.put(mode, Given.ints(b));
            Instance update = s.object(
                    FeedbackUpdate.class,
                    "parameters",
                    parameters,
                    "feedbackBits",
                    bits,
                    "rounder",
                    Given.rounder(s, places, mode),
                    "events",
                    events.get(mode),
                    "hebb",
                    Array.longs(hebb),
                    "square",
                    Array.longs(square));
            s.callFor(FeedbackUpdate.class, "apply", update, constant(0, 64), after.get(mode));
        }
        s.proveNoOverflow();
        // Both sides multiply in 64 bits: that the product fits is a goal above.
        Term product = mul(square, b64);
        Term x = sub(shl(hebb, and(zeroExtend(left, 64), constant(63, 64))), product);
        s.prove(eq(exact(x), sub(shl(exact(hebb), exact(left)), exact(product))));
        // From here on X is any value, that of the clause among them.
        s.name("X", x, holds(x, constant(63, 32)));
        for (Rounding mode : Rounding.values()) {
            Term exact = add(exact(b), shiftedWord(exact(x), places, mode, Given.draw(s)));
            Term stored = after.get(mode).term(0);
            s.prove(eq(exact(stored), saturate(exact, bits)));
            s.prove(holds(stored, bits));
            Term over = Given.count(events.get(mode), Signal.FEEDBACK_WEIGHT);
            s.prove(eq(over, indicator(ne(saturate(exact, bits), exact))));
        }
    }
}
