package org.biograd.study.angles.report;

import java.util.List;
import org.biograd.report.Numbers;
import org.biograd.spec.TraceMode;
import org.biograd.study.angles.AngleResult;
import org.biograd.study.angles.NumberSystem;
import org.biograd.study.angles.Row;
import org.biograd.study.angles.rule.Cause;
import org.biograd.study.angles.rule.ErrorSignal;
import org.biograd.study.angles.rule.Feedback;
import org.biograd.study.angles.rule.Remedy;

/** Finds rows in a study of angles, and the words for them. */
final class AngleRows {

    /** The kinds of feedback, in the order in which they are shown. */
    static final List<Feedback> KINDS = List.of(Feedback.ALIGNED, Feedback.SLEPT, Feedback.RANDOM);

    private final AngleResult result;

    AngleRows(AngleResult result) {
        this.result = result;
    }

    /** Whether a layer is the output layer. */
    boolean output(int layer) {
        return layer == result.shape().layers();
    }

    /** The kinds of feedback of a layer. */
    List<Feedback> kinds(int layer) {
        return output(layer) ? List.of(Feedback.NONE) : KINDS;
    }

    /** The mode of the profile. */
    TraceMode ownMode() {
        return result.profile().trace().mode();
    }

    /** The mean angle in a chain, in degrees, after a cause was removed; null for none. */
    double chain(int layer, Feedback kind, TraceMode mode, NumberSystem arithmetic, Cause removed) {
        String variant = removed == null ? Row.AS_IT_IS : Row.name(removed);
        return mean(new Row(layer, kind, mode, arithmetic, Row.Group.CUMULATIVE, variant, error(removed)));
    }

    /** What stands for the error after a cause was removed. */
    static ErrorSignal error(Cause removed) {
        if (removed == null || !removed.inReal()) {
            return ErrorSignal.SPIKES;
        }
        return removed == Cause.ERROR_SPIKES ? ErrorSignal.RUNNING : ErrorSignal.FINAL;
    }

    /** The mean angle of a remedy. */
    double remedy(int layer, Feedback kind, Remedy remedy, ErrorSignal error) {
        return mean(row(layer, kind, remedy, error));
    }

    /** How many samples a remedy leaves without an update. */
    int withoutUpdate(int layer, Feedback kind, Remedy remedy) {
        AngleResult.Entry entry = entry(row(layer, kind, remedy, ErrorSignal.SPIKES));
        return entry == null ? 0 : entry.noUpdate();
    }

    private Row row(int layer, Feedback kind, Remedy remedy, ErrorSignal error) {
        return new Row(layer, kind, ownMode(), NumberSystem.REAL, Row.Group.REMEDY, Row.name(remedy), error);
    }

    /** What was found of a row; null where there is none. */
    AngleResult.Entry entry(Row row) {
        return result.rows().get(row);
    }

    private double mean(Row row) {
        AngleResult.Entry entry = entry(row);
        return entry == null ? Double.NaN : entry.degrees().mean();
    }

    /** What is done when a cause is removed. */
    static String removal(Cause cause) {
        return switch (cause) {
            case WEIGHT_ROUNDING -> "without the rounding to a weight";
            case ROUNDING -> "without rounding and saturation";
            case ERROR_SPIKES -> "running error for error spikes";
            case RUNNING_ERROR -> "final error for running error";
            case FEEDBACK -> "aligned feedback";
            case DIRECT_PATH -> "path through the layers above";
            case TRACE -> "trace with the whole reset";
        };
    }

    /** Words that a rule stores beyond the rule as it is, for example {@code +1 output}. */
    static String words(Remedy remedy) {
        String words = words(remedy.outputWords(), "output")
                + words(remedy.neuronWords(), "neuron")
                + words(remedy.synapseWords(), "synapse");
        return words.isEmpty() ? "0" : words.substring(2);
    }

    private static String words(int count, String what) {
        return count == 0 ? "" : ", " + (count > 0 ? "+" : "") + count + " " + what;
    }

    /** What networks were studied. */
    static String subject(AngleResult result) {
        String networks = result.settings().trained()
                ? "trained for " + Numbers.count(result.settings().epochs())
                        + (result.settings().epochs() == 1 ? " epoch" : " epochs")
                : Numbers.count(result.settings().networks()) + " drawn, slept "
                        + Numbers.count(result.settings().sleeps()) + " times";
        return "profile " + result.profile().name() + ", " + result.shape() + ", seed "
                + Long.toUnsignedString(result.settings().seed()) + ", " + networks + ", "
                + Numbers.count(result.samples()) + " samples";
    }
}
