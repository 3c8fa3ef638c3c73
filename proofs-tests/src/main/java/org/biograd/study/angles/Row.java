package org.biograd.study.angles;

import java.util.Locale;
import org.biograd.spec.TraceMode;
import org.biograd.study.angles.rule.Cause;
import org.biograd.study.angles.rule.ErrorSignal;
import org.biograd.study.angles.rule.Feedback;
import org.biograd.study.angles.rule.Remedy;

/**
 * What one line of the results is about.
 *
 * @param layer 1..L
 * @param feedback how the feedback weights came about; NONE at the outputs
 * @param mode of the eligibility
 * @param arithmetic of the update
 * @param group what kind of variant
 * @param variant which variant of the group, in lower case
 * @param error what stands for the error
 */
public record Row(
        int layer,
        Feedback feedback,
        TraceMode mode,
        NumberSystem arithmetic,
        Group group,
        String variant,
        ErrorSignal error) {

    /** Kinds of variants. */
    public enum Group {

        /** The causes are removed one after another; the variant names the last removed. */
        CUMULATIVE,

        /** All causes but one are removed; the variant names the one left. */
        ALONE,

        /** Another rule for the error of hidden layers; the variant names it. */
        REMEDY
    }

    /** The variant of the cumulative rows from which nothing has been removed: the update as it is. */
    public static final String AS_IT_IS = "as_it_is";

    /** A row of the cumulative group; {@code removed} is null where nothing has been removed. */
    static Row cumulative(
            int layer, Feedback feedback, TraceMode mode, NumberSystem arithmetic, Cause removed, ErrorSignal error) {
        return new Row(
                layer, feedback, mode, arithmetic, Group.CUMULATIVE, removed == null ? AS_IT_IS : name(removed), error);
    }

    /** A row of a cause that is alone. */
    static Row alone(
            int layer, Feedback feedback, TraceMode mode, NumberSystem arithmetic, Cause left, ErrorSignal error) {
        return new Row(layer, feedback, mode, arithmetic, Group.ALONE, name(left), error);
    }

    /** A row of a remedy. */
    static Row remedy(int layer, Feedback feedback, TraceMode mode, Remedy remedy, ErrorSignal error) {
        return new Row(layer, feedback, mode, NumberSystem.REAL, Group.REMEDY, name(remedy), error);
    }

    /** The name of a variant: the constant in lower case. */
    public static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
