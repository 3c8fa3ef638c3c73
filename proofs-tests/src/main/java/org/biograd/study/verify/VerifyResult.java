package org.biograd.study.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.study.lockstep.DecisionDifference;
import org.biograd.study.lockstep.Deviation;

/**
 * Everything that a verification has found, for the terminal, the report and the summary. It holds nothing that depends
 * on time, machine or number of threads.
 *
 * @param profile the profile
 * @param shape the layer sizes
 * @param seed the seed
 * @param epochs how often each training sample was shown
 * @param trainingSamples size of the training set
 * @param testSamples size of the test set
 * @param testAccuracy percent of the test samples that the trained network predicts right
 * @param curve one point an epoch
 * @param feedbackAngles one list a hidden layer (layer 1 first): degrees between B and the forward product, at the
 *     start, after each sleep and at the end
 * @param updateAngles one value a layer (layer 1 first): degrees between the integer weight changes and those of
 *     the reference, all compared updates taken as one vector
 * @param productAngles the same before the last rounding: between q E of the integers and D E of the reference
 * @param deviations for each compared signal how far the integers are from the reference
 * @param decisions decisions compared: spikes, gates and error spikes
 * @param differingDecisions how many of them the reference would have taken otherwise
 * @param firstDifference the first of these
 * @param wraps wraps of each signal, those with none left out
 * @param saturations saturations of each signal, those with none left out
 * @param presentations training samples shown, all epochs together
 * @param deadZone those of them that changed no weight because no error neuron spiked
 * @param portrait one neuron during one sample
 * @param checks what was checked
 * @param digest the digest of the trained network (NET-8)
 */
public record VerifyResult(
        Profile profile,
        Shape shape,
        long seed,
        int epochs,
        int trainingSamples,
        int testSamples,
        double testAccuracy,
        List<EpochPoint> curve,
        List<List<Double>> feedbackAngles,
        List<Double> updateAngles,
        List<Double> productAngles,
        Map<Signal, Deviation> deviations,
        long decisions,
        long differingDecisions,
        Optional<DecisionDifference> firstDifference,
        Map<Signal, Long> wraps,
        Map<Signal, Long> saturations,
        long presentations,
        long deadZone,
        Portrait portrait,
        List<Check> checks,
        String digest) {

    /**
     * The state of learning after an epoch.
     *
     * @param epoch number of the epoch, from 1
     * @param testAccuracy percent of the test samples predicted right
     * @param feedbackAngle degrees between B of layer 1 and the forward product; NaN where there is no hidden layer
     */
    public record EpochPoint(int epoch, double testAccuracy, double feedbackAngle) {}

    /**
     * One hidden neuron during one training sample, a value a step, in units of the equations; integers beside the
     * reference.
     *
     * @param layer its layer
     * @param neuron its index
     * @param sample number of the sample
     * @param label the sample's class
     * @param threshold theta
     * @param window half width of the surrogate window
     * @param voltage v of the integers
     * @param referenceVoltage v of the reference
     * @param spike s, 0 or 1
     * @param gate g, 0 or 1
     * @param eligibility E of its strongest synapse, integers
     * @param referenceEligibility the same of the reference
     * @param dendrite D, its error dendrite, integers
     * @param trace z of that synapse, integers
     * @param output the output whose error neurons are drawn, the one with the most error spikes
     * @param positive p of that output
     * @param negative n of that output
     * @param weight w of the synapse before the sample, in units of the last place
     * @param change dW, how much the sample moves it, in the same units
     */
    public record Portrait(
            int layer,
            int neuron,
            long sample,
            int label,
            double threshold,
            double window,
            double[] voltage,
            double[] referenceVoltage,
            double[] spike,
            double[] gate,
            double[] eligibility,
            double[] referenceEligibility,
            double[] dendrite,
            double[] trace,
            int output,
            double[] positive,
            double[] negative,
            int weight,
            int change) {}

    /**
     * A check and how it ended.
     *
     * @param name what had to hold, in words
     * @param passed whether it held
     * @param detail what was found
     */
    public record Check(String name, boolean passed, String detail) {}

    /** How many checks held. */
    public long checksPassed() {
        return checks.stream().filter(Check::passed).count();
    }

    /** How many checks failed. */
    public long checksFailed() {
        return checks.size() - checksPassed();
    }

    /** Degrees between B of layer 1 and the forward product at the end; NaN where there is no hidden layer. */
    public double feedbackAngle() {
        if (feedbackAngles.isEmpty()) {
            return Double.NaN;
        }
        List<Double> first = feedbackAngles.get(0);
        return first.get(first.size() - 1);
    }
}
