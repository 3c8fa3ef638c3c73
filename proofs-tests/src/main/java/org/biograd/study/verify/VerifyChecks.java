package org.biograd.study.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.lockstep.BoundCheck;
import org.biograd.study.lockstep.LockstepResult;
import org.biograd.study.verify.VerifyResult.Check;

/** What has to hold after a verification. */
final class VerifyChecks {

    /**
     * Percent of the shipped digits below which something is broken. Runs of the profile loihi end between 89.7 and
     * 93.6, by seed and epoch.
     */
    private static final double LEAST_ACCURACY = 88;

    /** Degrees between B and the forward product that sleep leaves at most. */
    private static final double LARGEST_ANGLE = 35;

    private VerifyChecks() {}

    static List<Check> of(
            Profile profile, VerifySettings settings, LockstepResult found, double accuracy, double feedbackAngle) {
        List<Check> checks = new ArrayList<>();
        boolean direct = profile.feedback().path() == FeedbackPath.DIRECT;
        checks.add(within(
                found,
                "sums of integers are equal: u, o, " + (direct ? "D" : "D of the outputs") + ", H, O",
                Signal.SYNAPTIC_INPUT,
                Signal.SPIKE_COUNT,
                Signal.DENDRITE,
                Signal.NOISE_COUNT,
                Signal.SLEEP_COUNT));
        checks.add(within(found, "v is within its rounding bound", Signal.MEMBRANE_VOLTAGE));
        checks.add(within(found, "z and E are within their rounding bounds", Signal.TRACE, Signal.ELIGIBILITY));
        checks.add(within(
                found,
                "e, p and n are within their rounding bounds",
                Signal.ERROR,
                Signal.POSITIVE_POTENTIAL,
                Signal.NEGATIVE_POTENTIAL));
        checks.add(within(
                found,
                (direct ? "q" : "q of the outputs") + " and B are rounded once",
                Signal.LEARNING_ERROR,
                Signal.FEEDBACK_WEIGHT));
        checks.add(new Check(
                "a decision differs only where rounding explains it",
                found.inexplicable() == 0,
                found.differing() + " of " + found.decisions() + " differ, " + found.inexplicable()
                        + " of them beyond the bound"));
        checks.add(new Check(
                "every task repeated alone gives the same bits",
                found.unreproduced() == 0,
                found.unreproduced() + " tasks gave others"));
        if (claimsToLearn(profile, settings)) {
            checks.add(new Check(
                    text("test accuracy is at least %.0f %%", LEAST_ACCURACY),
                    accuracy >= LEAST_ACCURACY,
                    text("%.2f %%", accuracy)));
            checks.add(new Check(
                    text("sleep leaves B within %.0f degrees", LARGEST_ANGLE),
                    feedbackAngle < LARGEST_ANGLE,
                    text("%.1f degrees", feedbackAngle)));
        }
        return checks;
    }

    private static boolean claimsToLearn(Profile profile, VerifySettings settings) {
        return profile.equals(Profiles.loihi())
                && settings.epochs() >= VerifySettings.DEFAULT_EPOCHS
                && settings.hidden() >= VerifySettings.DEFAULT_HIDDEN;
    }

    private static Check within(LockstepResult found, String name, Signal... signals) {
        boolean passed = true;
        List<String> details = new ArrayList<>();
        for (Signal signal : signals) {
            BoundCheck check = found.boundChecks().get(signal);
            if (check != null) {
                passed &= check.holds();
                details.add(detail(signal, check));
            }
        }
        return new Check(name, passed, details.isEmpty() ? "nothing to compare" : String.join("; ", details));
    }

    private static String detail(Signal signal, BoundCheck check) {
        String detail = check.compared() == 0
                ? signal.symbol() + " never free of overflow"
                : text("%s %.3g of at most %.3g LSB", signal.symbol(), check.largest(), check.bound());
        long all = check.compared() + check.exempt();
        return check.exempt() == 0
                ? detail
                : detail + text(" (%.1f %% left out: overflow)", 100.0 * check.exempt() / all);
    }

    private static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
