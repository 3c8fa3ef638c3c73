package org.biograd.kit.layer;

import org.biograd.kit.cases.BadCaseException;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.profile.EligibilityParameters;
import org.biograd.spec.profile.ErrorParameters;
import org.biograd.spec.profile.FeedbackParameters;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.TraceParameters;
import org.biograd.spec.profile.UpdateParameters;
import org.biograd.spec.profile.WeightParameters;

/** A profile around the sections that a case gives; its other sections leave them all of their ranges. */
public final class BaseProfile {

    /** What the sections are put into. */
    public static final Profile VALUE = Profiles.tiny();

    /** Feedback that leaves its width all of its range. */
    static final FeedbackParameters NO_FEEDBACK = new FeedbackParameters(FeedbackStart.RANDOM, 24, 0, 0);

    private BaseProfile() {}

    /** A profile with these sections. */
    public static Profile with(SomaParameters soma, TraceParameters trace, EligibilityParameters eligibility) {
        return new Profile(
                VALUE.name(),
                VALUE.time(),
                VALUE.weight(),
                soma,
                trace,
                eligibility,
                ErrorSections.NARROW,
                VALUE.update(),
                VALUE.feedback(),
                VALUE.sleep());
    }

    static Profile with(
            WeightParameters weight, EligibilityParameters eligibility, ErrorParameters error, UpdateParameters update)
            throws BadCaseException {
        try {
            return new Profile(
                    VALUE.name(),
                    VALUE.time(),
                    weight,
                    VALUE.soma(),
                    VALUE.trace(),
                    eligibility,
                    error,
                    update,
                    VALUE.feedback(),
                    VALUE.sleep());
        } catch (InvalidProfileException e) {
            throw new BadCaseException("field params." + e.getMessage());
        }
    }
}
