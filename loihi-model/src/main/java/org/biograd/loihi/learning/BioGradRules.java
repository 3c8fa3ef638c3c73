package org.biograd.loihi.learning;

import java.util.List;
import org.biograd.loihi.Format;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/**
 * The learning of a profile as trace, formats and rules of the engine: with y0 the gate, x1 the presynaptic trace, t
 * the eligibility and q the learning error, the engine computes ELIG-1, ELIG-3 and LEARN-1 to LEARN-3, bit for bit.
 */
@Clause("ENG-11")
public final class BioGradRules {

    /** Of LEARN-2. */
    private static final int MAX_SHIFT = 62;

    private BioGradRules() {}

    /**
     * The dynamics of x1.
     *
     * @throws IllegalArgumentException where the profile has other traces than the chip
     */
    public static TraceStep trace(Profile profile) {
        require("trace.mode", profile.trace().mode(), TraceMode.PRE_ONLY);
        require("trace.bits", profile.trace().bits(), Variable.TRACE.bits());
        require("trace.rounding", profile.trace().rounding(), Rounding.STOCHASTIC);
        return new TraceStep(profile.trace().keep(), profile.trace().impulse() << TraceStep.IMPULSE_FRACTION);
    }

    /**
     * The widths of w and t, and of the accumulator.
     *
     * @throws IllegalArgumentException where the engine cannot have them
     */
    public static LearningFormats formats(Profile profile) {
        return new LearningFormats(
                Format.signed(profile.weight().bits(), 0),
                LearningFormats.LOIHI.secondTag(),
                Format.signed(profile.eligibility().bits(), 0),
                Format.signed(
                        profile.update().accumulatorBits(), profile.update().accumulatorFraction()));
    }

    /** The rule of every step: t += g (x1 &gt;&gt; eligibility.shift). */
    public static LearningRule tag(Profile profile) {
        int shift = profile.eligibility().shift();
        Product product = new Product(1, -shift, Dependency.POST, List.of(Factor.of(Variable.X1)));
        return new LearningRule(Variable.T, List.of(product));
    }

    /**
     * The rule at the end of a sample: w -= m q t, with the scale that makes its shift that of LEARN-2. It belongs into
     * an execution after that of {@link #tag}, for the rules of one execution do not see each other's results.
     *
     * @param output whether the synapses lead to the output layer
     * @param sample number of the sample after which it is executed, 0 or more: rates are halved by a smaller scale
     * @throws IllegalArgumentException where the profile learns in batches, or the scale or q does not fit the engine
     */
    public static LearningRule weight(Profile profile, boolean output, long sample) {
        require("update.batch", profile.update().batch(), 1);
        require("update.rounding", profile.update().rounding(), Rounding.STOCHASTIC);
        if (profile.error().learningBits() > Variable.Q.bits() + 1) {
            require("error.learningBits", profile.error().learningBits(), Variable.Q.bits() + 1);
        }
        int multiplier =
                output ? profile.update().outputMultiplier() : profile.update().hiddenMultiplier();
        int halveEvery = profile.update().halveEvery();
        long halvings = halveEvery == 0 ? 0 : sample / halveEvery;
        long shift = Math.min(profile.update().shift() + halvings, MAX_SHIFT)
                + profile.update().accumulatorFraction();
        return LearningRule.parse("dw = -" + multiplier + "*2^-" + shift + "*u0*q*t");
    }

    private static void require(String key, Object value, Object right) {
        if (!value.equals(right)) {
            throw new IllegalArgumentException(key + ": " + value + "; the chip's learning needs " + right);
        }
    }
}
