package org.biograd.study.angles;

import java.util.List;
import java.util.Map;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.study.angles.rule.Feedback;

/**
 * Everything that a study of angles has found. It holds nothing that depends on time, machine or number of threads.
 *
 * @param profile the profile
 * @param shape the layer sizes
 * @param settings what was asked
 * @param rows the results, by what they are about, in a fixed order
 * @param spikeRates mean spikes a neuron and step, one value a layer 0..L
 * @param feedbackAngles one map a hidden layer (layer 1 first): degrees between the feedback of the real network
 *     and the forward product, the mean over the networks
 * @param samples samples of all networks
 * @param silent those of them in which the real network fired no error spike; they are in no row of real arithmetic
 * @param decisions decisions of the integer network
 * @param differing those of them that the real network on the same decisions would have taken otherwise
 * @param spread by how much the initial weights of the drawn networks exceed those of the profile, the mean over
 *     the networks; 1 for a trained one
 */
public record AngleResult(
        Profile profile,
        Shape shape,
        AngleSettings settings,
        Map<Row, Entry> rows,
        List<Double> spikeRates,
        List<Map<Feedback, Double>> feedbackAngles,
        int samples,
        int silent,
        long decisions,
        long differing,
        double spread) {

    /**
     * What was found of one row.
     *
     * @param degrees angles to the exact gradient, one a sample that has one
     * @param ratios lengths of the update divided by that of the gradient, of the same samples
     * @param batchDegrees angles between the sums over the samples of a batch
     * @param noUpdate samples without an angle since their update is zero
     * @param noTarget samples without an angle since what the update is compared with is zero
     */
    public record Entry(
            Distribution degrees, Distribution ratios, Distribution batchDegrees, int noUpdate, int noTarget) {}
}
