package org.biograd.loihi.program;

import java.util.ArrayList;
import java.util.List;
import org.biograd.loihi.ChipFit;
import org.biograd.loihi.Register;
import org.biograd.loihi.neuron.CompartmentParameters;
import org.biograd.spec.Clause;
import org.biograd.spec.Rounding;
import org.biograd.spec.profile.Profile;

/** What the program asks of a profile: that the chip can hold its words, and that it rounds as the program does. */
@Clause(
        value = {"PROG-1", "PROG-2", "PROG-3", "PROG-5", "PROG-6", "PROG-7"},
        form = Clause.Form.PART)
public final class Requirements {

    private static final int MAX_WEIGHT_SHIFT = 13;
    private static final int MAX_DENDRITE_BITS = 23;
    private static final int MAX_LEARNING_BITS = 8;
    private static final int MAX_WEIGHT_BITS = 9;

    private final List<String> unmet = new ArrayList<>();

    private Requirements() {}

    /**
     * What a profile does not meet, a line each: parameter, value, and what would be right; empty where the program can
     * be built.
     *
     * @param profile any profile
     */
    public static List<String> unmet(Profile profile) {
        Requirements requirements = new Requirements();
        requirements.unmet.addAll(ChipFit.excesses(profile));
        requirements.check(profile);
        return List.copyOf(requirements.unmet);
    }

    private void check(Profile profile) {
        int bits = Register.CURRENT.format().bits();
        range("soma.currentBits", profile.soma().currentBits(), bits, bits);
        range("soma.voltageBits", profile.soma().voltageBits(), bits, bits);
        range("weight.shift", profile.weight().shift(), 0, MAX_WEIGHT_SHIFT);
        comparators(profile.soma().threshold(), profile.soma().window());
        range(
                "trace.bits",
                profile.trace().bits(),
                Register.TRACE.format().bits(),
                Register.TRACE.format().bits());
        stochastic("trace.rounding", profile.trace().rounding(), true);
        range("error.fraction", profile.error().fraction(), 1, MAX_DENDRITE_BITS - 2);
        range("error.potentialBits", profile.error().potentialBits(), 2, MAX_DENDRITE_BITS);
        range("error.dendriteBits", profile.error().dendriteBits(), 2, MAX_DENDRITE_BITS);
        range("error.learningBits", profile.error().learningBits(), 2, MAX_LEARNING_BITS);
        stochastic(
                "error.rounding",
                profile.error().rounding(),
                profile.error().hiddenShift() > 0 || profile.error().outputShift() > 0);
        stochastic("update.rounding", profile.update().rounding(), true);
        range("feedback.bits", profile.feedback().bits(), 2, MAX_WEIGHT_BITS);
        stochastic("sleep.rounding", profile.sleep().rounding(), profile.sleep().shift() > 0);
    }

    private void comparators(int threshold, int window) {
        try {
            CompartmentParameters.comparator(threshold - window);
            CompartmentParameters.comparator(threshold + window - 1);
        } catch (IllegalArgumentException e) {
            unmet.add("soma.window: " + window + " around " + threshold
                    + " has an end that threshold and bias of a comparator cannot express (" + e.getMessage() + ")");
        }
    }

    private void range(String key, int value, int low, int high) {
        if (value < low || value > high) {
            unmet.add(key + ": " + value + "; the program needs " + (low == high ? low : low + ".." + high));
        }
    }

    private void stochastic(String key, Rounding mode, boolean used) {
        if (used && mode != Rounding.STOCHASTIC) {
            unmet.add(key + ": " + mode + "; the program rounds STOCHASTIC");
        }
    }
}
