package org.biograd.study.rules;

import java.util.HashMap;
import java.util.Map;
import org.biograd.data.DataSet;
import org.biograd.data.Samples;
import org.biograd.fixedpoint.rule.frame.Coding;
import org.biograd.fixedpoint.rule.frame.FixedCoded;
import org.biograd.fixedpoint.rule.frame.LearningRule;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.spec.profile.Profile;
import org.biograd.train.ProfileOverrides;

/** The profile that a rule runs with, and the spikes that it hears. */
public final class RuleInputs {

    /** The wider weights that a comparison has beside those of the profile. */
    public static final int WIDE_WEIGHT = 16;

    private RuleInputs() {}

    /** A profile with the values that a rule gives to keys. */
    public static Profile profile(LearningRule rule, Profile profile) {
        return ProfileOverrides.apply(profile, rule.profile());
    }

    /**
     * The same with weights of 16 bits, each worth what the accumulator's unit is worth: update.accumulatorFraction
     * bits less. Rates, thresholds and initial weights mean what they meant.
     *
     * @throws IllegalArgumentException where the profile leaves no room for that
     */
    public static Profile wideWeights(Profile profile) {
        int fraction = profile.update().accumulatorFraction();
        if (fraction > profile.weight().shift()) {
            throw new IllegalArgumentException("update.accumulatorFraction: " + fraction + " is above weight.shift, "
                    + profile.weight().shift() + ": weights cannot be made finer");
        }
        Map<String, String> keys = new HashMap<>();
        keys.put("weight.bits", "" + WIDE_WEIGHT);
        keys.put("weight.shift", "" + (profile.weight().shift() - fraction));
        keys.put("weight.spread", "" + (long) (profile.weight().spread() << fraction));
        keys.put("update.accumulatorFraction", "0");
        keys.put(
                "update.accumulatorBits",
                "" + Math.max(WIDE_WEIGHT, profile.update().accumulatorBits()));
        return ProfileOverrides.apply(profile, keys);
    }

    /**
     * Samples as spikes in a code.
     *
     * @throws IllegalArgumentException where the code needs intensities, and the samples have none
     */
    public static InputSource source(Samples samples, Coding coding, Profile profile, long seed) {
        if (coding == Coding.RATE) {
            return samples.source(profile.time().steps(), seed);
        }
        if (samples instanceof DataSet set) {
            return new FixedCoded(set.intensities(), coding);
        }
        throw new IllegalArgumentException(
                "these samples are recorded spikes; the code '" + coding.text() + "' needs intensities");
    }
}
