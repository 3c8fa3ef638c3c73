package org.biograd.study.angles;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.model.WeightSnapshot;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.reference.real.RealParameters;
import org.biograd.reference.real.Units;
import org.biograd.spec.NoiseSource;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.SleepParameters;
import org.biograd.study.angles.rule.Feedback;
import org.biograd.study.angles.rule.FeedbackWeights;

/**
 * A network under study: its forward weights, and its feedback weights in each kind, for both arithmetics. Not changed
 * once made.
 *
 * @param integers one network a kind of feedback, with the same forward weights; the profile's own
 * @param feedback the feedback weights of the real network
 * @param samples what it is shown
 * @param spread factor of the initial weights
 */
record Subject(
        Map<Feedback, Network> integers, Map<Feedback, FeedbackWeights> feedback, SampleSource samples, double spread) {

    /** The kinds of feedback. */
    static final Feedback[] KINDS = {Feedback.ALIGNED, Feedback.SLEPT, Feedback.RANDOM};

    /** Where samples come from: pure functions of the number of the sample, 0.. */
    interface SampleSource {

        /** The number of a sample for the draws. */
        long number(int sample);

        /** Its intensities, unsigned bytes. */
        byte[] intensities(int sample);

        /** Its class. */
        int label(int sample);
    }

    /**
     * Gives a network all kinds of feedback.
     *
     * @param network has the forward weights, and RANDOM feedback where {@code sleeps} is not negative
     * @param sleeps how often it sleeps; negative where its feedback has slept already
     * @param random an untrained network of the same profile, with RANDOM feedback
     * @param samples what it will be shown
     * @param spread factor of the initial weights
     */
    static Subject of(Network network, int sleeps, Network random, SampleSource samples, double spread) {
        Map<Feedback, Network> integers = new EnumMap<>(Feedback.class);
        for (Feedback kind : KINDS) {
            integers.put(kind, network.copy());
        }
        RealNetwork real = realOf(network);
        Shape shape = network.shape();
        for (int l = 1; l < shape.layers(); l++) {
            round(
                    real.forwardProduct(l),
                    network,
                    l,
                    integers.get(Feedback.ALIGNED).feedback(l));
            System.arraycopy(
                    random.feedback(l), 0, integers.get(Feedback.RANDOM).feedback(l), 0, random.feedback(l).length);
        }
        RealNetwork slept = realOf(network);
        for (int n = 0; n < sleeps; n++) {
            integers.get(Feedback.SLEPT).sleep(n, Observer.NONE);
            for (int l = 1; l < shape.layers(); l++) {
                sleep(slept, l, network, new SleepNoise(network.seed()).of(n));
            }
        }
        Map<Feedback, FeedbackWeights> feedback = new EnumMap<>(Feedback.class);
        Layerwise layerwise = new Layerwise(network, sleeps < 0 ? AngleSettings.DEFAULT_SLEEPS : sleeps);
        for (Feedback kind : KINDS) {
            RealNetwork direct = kind == Feedback.SLEPT ? slept : realOf(integers.get(kind));
            double[][][] matrices = new double[shape.layers() - 1][][];
            for (int l = 1; l < shape.layers(); l++) {
                matrices[l - 1] = kind == Feedback.ALIGNED ? real.forwardProduct(l) : direct.feedback(l);
            }
            feedback.put(kind, new FeedbackWeights(matrices, layerwise.of(kind, matrices[shape.layers() - 2])));
        }
        return new Subject(integers, feedback, samples, spread);
    }

    /** The real network with the weights of an integer one; its eligibility is PRE_ONLY, since nobody looks at it. */
    static RealNetwork realOf(Network network) {
        RealNetwork real = new RealNetwork(network.shape(), parameters(network.profile()));
        WeightSnapshot.of(network).restore(real, network.profile());
        return real;
    }

    private static RealParameters parameters(Profile profile) {
        RealParameters p = RealParameters.of(profile);
        return new RealParameters(
                p.decay(),
                p.theta(),
                p.win(),
                p.amp(),
                p.traceDecay(),
                p.steps(),
                p.softStart(),
                TraceMode.PRE_ONLY,
                p.errorFunction(),
                p.hiddenRate(),
                p.outputRate(),
                p.hebb(),
                p.oja(),
                p.ojaPower());
    }

    private static void sleep(RealNetwork real, int layer, Network network, NoiseSource noise) {
        SleepParameters sleep = network.profile().sleep();
        real.sleep(layer, sleep.trajectories(), sleep.steps(), noise, Decisions.OWN, null);
    }

    /** Rounds aligned feedback to the nearest that the profile can hold. */
    private static void round(double[][] product, Network network, int layer, int[] feedback) {
        double lsb = Units.lsb(network.profile(), network.shape(), Signal.FEEDBACK_WEIGHT, layer);
        long largest = (1L << (network.profile().feedback().bits() - 1)) - 1;
        int outputs = network.shape().outputs();
        for (int s = 0; s < feedback.length; s++) {
            double exact = StrictMath.rint(product[s / outputs][s % outputs] / lsb);
            feedback[s] = (int) Math.max(-largest, Math.min(largest, exact));
        }
    }

    /** Feedback from each hidden layer to the one below it: what a weight mirror between neighbours would have. */
    private static final class Layerwise {

        private final Network network;
        private final int sleeps;
        private final RealNetwork real;

        Layerwise(Network network, int sleeps) {
            this.network = network;
            this.sleeps = sleeps;
            this.real = realOf(network);
        }

        double[][][] of(Feedback kind, double[][] lastHidden) {
            Shape shape = network.shape();
            double[][][] matrices = new double[shape.layers() - 1][][];
            for (int l = 1; l < shape.layers(); l++) {
                matrices[l - 1] = l == shape.layers() - 1
                        ? lastHidden
                        : kind == Feedback.ALIGNED ? transposed(l) : mirrored(l, kind);
            }
            return matrices;
        }

        private double[][] transposed(int layer) {
            return pair(layer).forwardProduct(1);
        }

        private double[][] mirrored(int layer, Feedback kind) {
            RealNetwork pair = pair(layer);
            Random random = new Random(network.seed() + layer);
            double radius = network.profile().feedback().spread()
                    * Units.lsb(network.profile(), network.shape(), Signal.FEEDBACK_WEIGHT, layer);
            for (double[] row : pair.feedback(1)) {
                for (int m = 0; m < row.length; m++) {
                    row[m] = radius * (2 * random.nextDouble() - 1);
                }
            }
            for (int n = 0; n < (kind == Feedback.SLEPT ? sleeps : 0); n++) {
                SleepNoise noise = new SleepNoise(network.seed()).of(n);
                sleep(
                        pair,
                        1,
                        network,
                        (alone, trajectory, positive, negative) -> noise.fill(layer, trajectory, positive, negative));
            }
            return pair.feedback(1);
        }

        /**
         * A network of two layers of neurons, of which the upper has the weights from {@code layer} to the layer above
         * it.
         */
        private RealNetwork pair(int layer) {
            Shape shape = network.shape();
            RealNetwork pair =
                    new RealNetwork(Shape.of(1, shape.size(layer), shape.size(layer + 1)), real.parameters());
            for (int m = 0; m < shape.size(layer + 1); m++) {
                System.arraycopy(real.weights(layer + 1)[m], 0, pair.weights(2)[m], 0, shape.size(layer));
            }
            return pair;
        }
    }
}
