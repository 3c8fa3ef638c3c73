package org.biograd.kit.generate.layer;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Draw;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Generator;
import org.biograd.kit.generate.Question;
import org.biograd.kit.generate.RandomProfiles;
import org.biograd.kit.layer.EligibilityOperation;
import org.biograd.spec.Rounding;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.TraceParameters;

/** {@code eligibility.run}. */
public final class EligibilityCases implements Generator {

    private static final int DRAW_BITS = 12;

    @Override
    public List<Question> directed() {
        List<Question> all = new ArrayList<>();
        for (TraceMode mode : TraceMode.values()) {
            for (Rounding rounding : Rounding.values()) {
                all.add(fixed(mode, rounding, 7, 100, 3000, 9, 1, 100)
                        .flags(Flag.MODE, Flag.BIAS_SYNAPSE, rounding == Rounding.STOCHASTIC ? Flag.DRAW : Flag.DECAY)
                        .comment(mode + ", " + rounding + ": spikes, resets and gates"));
            }
            all.add(fixed(mode, Rounding.TOWARD_ZERO, 3, 7, 4096, 4, 0, 50)
                    .flags(Flag.MODE, Flag.SATURATION)
                    .comment(mode + ": traces and eligibilities that saturate"));
            all.add(fixed(mode, Rounding.FLOOR, 7, 100, 0, 16, 0, 64)
                    .flags(Flag.MODE, Flag.FORGET)
                    .comment(mode + ": nothing of a trace is kept"));
            all.add(fixed(mode, Rounding.TOWARD_ZERO, 17, 131_071, 4096, 31, 17, 1 << 30)
                    .flags(Flag.MODE, Flag.WIDE)
                    .comment(mode + ": the widest traces, shifted by 17"));
            all.add(fixed(mode, Rounding.TOWARD_ZERO, 17, 131_071, 4095, 31, 0, 1)
                    .flags(Flag.MODE, Flag.EDGE, Flag.SATURATION)
                    .comment(mode + ": the steepest reset, whose factor saturates"));
            all.add(fixed(mode, Rounding.FLOOR, 4, 5, 3000, 8, 1, 70)
                    .flags(Flag.MODE, Flag.SIGN, Flag.ORDER)
                    .comment(mode + ": odd negative traces are shifted down, and the reset acts in the step after"));
        }
        return all;
    }

    /** Two inputs, two neurons, eight steps in which everything happens. */
    private static Question fixed(
            TraceMode mode, Rounding rounding, int bits, int impulse, int keep, int eBits, int shift, int one) {
        int[][] x = {{1, 0}, {1, 1}, {0, 0}, {0, 1}, {1, 0}, {0, 0}, {1, 1}, {0, 0}};
        int[][] v = {{60, 120}, {-40, 64}, {130, 90}, {70, 0}, {-200, 65}, {101, 199}, {1, -1}, {64, 64}};
        int[][] s = {{0, 1}, {0, 0}, {1, 0}, {0, 0}, {0, 0}, {1, 1}, {0, 0}, {0, 0}};
        int[][] g = {{1, 0}, {1, 1}, {1, 1}, {0, 1}, {1, 1}, {1, 0}, {0, 1}, {1, 1}};
        Question question =
                question(new TraceParameters(mode, bits, impulse, keep, rounding), eBits, shift, one, x, v, s, g);
        return drawn(question, mode, rounding, new Dice(0, "eligibility", 0), x.length, 2, 2);
    }

    private static Question question(
            TraceParameters trace, int eBits, int shift, int one, int[][] x, int[][] v, int[][] s, int[][] g) {
        String[] clauses = trace.mode() == TraceMode.PRE_ONLY
                ? new String[] {"ELIG-1", "ELIG-3", "ELIG-5"}
                : new String[] {"ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5", "WORD-6"};
        if (trace.mode() == TraceMode.FULL) {
            clauses = new String[] {"ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5", "WORD-6", "WORD-7"};
        }
        Question question = Question.of(clauses);
        EligibilityOperation.TRACE.write(trace, question.params());
        question.param("eligibility.bits", eBits).param("eligibility.shift", shift);
        if (trace.mode() == TraceMode.FULL) {
            question.param("soma.voltageOne", one);
        }
        return question.in("x", Json.of(x))
                .in("v", Json.of(v))
                .in("s", Json.of(s))
                .in("g", Json.of(g));
    }

    private static Question drawn(
            Question question, TraceMode mode, Rounding rounding, Dice dice, int steps, int pre, int post) {
        if (rounding != Rounding.STOCHASTIC) {
            return question;
        }
        int draws = mode == TraceMode.PRE_ONLY ? pre + 1 : (pre + 1) * post;
        return question.in("draw", Json.of(Draw.draws(dice, steps, draws, DRAW_BITS)));
    }

    @Override
    public Question random(Dice dice, Profile profile) {
        Profile of = profile == null ? RandomProfiles.of(dice) : profile;
        int steps = dice.between(1, 8);
        int pre = dice.between(1, 3);
        int post = dice.between(1, 3);
        int one = of.soma().voltageOne();
        int largest = (int) Math.min(Integer.MAX_VALUE, 4L * one + 1);
        Question question = question(
                of.trace(),
                of.eligibility().bits(),
                of.eligibility().shift(),
                one,
                Draw.bits(dice, steps, pre),
                Draw.words(dice, steps, post, largest),
                Draw.bits(dice, steps, post),
                Draw.bits(dice, steps, post));
        return drawn(question, of.trace().mode(), of.trace().rounding(), dice, steps, pre, post)
                .flags(Flag.RANDOM);
    }
}
