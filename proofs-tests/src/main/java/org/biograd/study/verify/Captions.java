package org.biograd.study.verify;

import org.biograd.report.Numbers;
import org.biograd.study.verify.VerifyResult.Portrait;

/** What is seen in the figures, for a reader who is new to them. */
final class Captions {

    private Captions() {}

    static String learning(VerifyResult result) {
        return "After every epoch, that is after each of the " + Numbers.count(result.trainingSamples())
                + " training images was shown once more, the network classifies the "
                + Numbers.count(result.testSamples())
                + " test images, which it never learns from. The curve is the share that it gets right. "
                + "A network of the same size that guesses gets one in "
                + result.shape().outputs() + " right.";
    }

    static String alignment(VerifyResult result) {
        return "A hidden neuron hears of the output errors through feedback weights B of its own. For its weights to "
                + "move downhill, B "
                + "must point roughly where the transposed forward weights point. In sleep the network injects noise, "
                + "and a Hebbian "
                + "rule moves B towards them. Drawn is the angle between the two, taken as vectors, at first and "
                + "after every sleep: 90 "
                + "degrees would be unrelated, 0 the exact direction. While the network learns, the forward weights "
                + "move on and B "
                + "follows" + (result.feedbackAngles().size() > 1 ? "; one line a hidden layer." : ".");
    }

    static String deviations() {
        return "The same computation is done twice: in the integers of the profile, and in real arithmetic on the "
                + "same spikes. Each "
                + "small chart shows how often the two differ by how much. One LSB is the smallest step that the "
                + "integer of that signal "
                + "can make, so a bar at 0 means less than half a step. Bars to one side tell of rounding towards "
                + "zero, even ones to "
                + "both sides of stochastic rounding. The few values that lie further out than a chart reaches are in "
                + "the table below.";
    }

    static String portrait(Portrait portrait) {
        return "Neuron " + portrait.neuron() + " of layer " + portrait.layer() + " while training sample "
                + portrait.sample()
                + ", a " + portrait.label()
                + ", is shown. Its voltage v leaks and gathers input; above the threshold the neuron spikes "
                + "and starts again from 0. While v lies within the window the gate is open: only then would a "
                + "slightly different "
                + "weight have changed the spiking, so only then does the eligibility E of a synapse grow. The trace z "
                + "says how recently the synapse's input spiked. From the first step with feedback on, the error "
                + "neurons p and n of the outputs gather the error; those of output " + portrait.output()
                + ", which spiked most, are drawn. Their spikes arrive at the error dendrite D. At the end the weight "
                + "moves by the product of D and E, scaled and rounded: here from " + portrait.weight() + " by dW = "
                + portrait.change() + ", in units of its last place. Where the dashed line hides the "
                + "solid one, integers and reference agree. All other values are in the units of the equations.";
    }
}
