package org.biograd.loihi;

import java.util.ArrayList;
import java.util.List;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/** Whether the words of a profile fit the registers of the chip. */
public final class ChipFit {

    private ChipFit() {}

    /**
     * What in a profile exceeds the chip, in words; empty where the profile fits.
     *
     * @param profile any profile
     */
    public static List<String> excesses(Profile profile) {
        List<String> excesses = new ArrayList<>();
        require(excesses, "soma.currentBits", profile.soma().currentBits(), Register.CURRENT);
        require(excesses, "soma.voltageBits", profile.soma().voltageBits(), Register.VOLTAGE);
        require(excesses, "weight.bits", profile.weight().bits(), Register.WEIGHT);
        require(excesses, "trace.bits", profile.trace().bits(), Register.TRACE);
        require(excesses, "eligibility.bits", profile.eligibility().bits(), Register.TAG);
        require(excesses, "update.accumulatorBits", profile.update().accumulatorBits(), Register.LEARNING_ACCUMULATOR);
        int threshold = profile.soma().threshold();
        Register mantissa = Register.THRESHOLD_MANTISSA;
        if (threshold % (1 << mantissa.shift()) != 0 || !mantissa.holds(threshold >> mantissa.shift())) {
            excesses.add("soma.threshold: " + threshold + " is not a multiple of 64 with a mantissa of "
                    + mantissa.format().bits() + " bits");
        }
        if (profile.trace().mode() != TraceMode.PRE_ONLY) {
            excesses.add("trace.mode: " + profile.trace().mode()
                    + " needs a trace per synapse; the chip has them per neuron");
        }
        if (profile.update().batch() != 1) {
            excesses.add("update.batch: " + profile.update().batch() + " needs gradient sums; the chip learns online");
        }
        if (profile.feedback().path() != FeedbackPath.DIRECT) {
            excesses.add("feedback.path: " + profile.feedback().path() + " feeds values back; the chip sends spikes");
        }
        return excesses;
    }

    private static void require(List<String> excesses, String key, int bits, Register register) {
        if (bits > register.format().bits()) {
            excesses.add(key + ": " + bits + " bits exceed the "
                    + register.format().bits() + " of " + register + " (" + register.source() + ")");
        }
    }
}
