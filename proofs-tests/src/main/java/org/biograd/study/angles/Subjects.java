package org.biograd.study.angles;

import java.util.Random;
import org.biograd.data.DataSet;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.fast.FastNetwork;
import org.biograd.fixedpoint.fast.FastRateCoder;
import org.biograd.fixedpoint.fast.ParallelTrainer;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.SampleOrder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.reference.real.Decisions;
import org.biograd.reference.real.RealNetwork;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.FeedbackParameters;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.WeightParameters;

/** Makes the networks of a study. */
final class Subjects {

    /** Mean spikes a neuron and step that every layer of a drawn network shall reach. */
    private static final double LEAST_RATE = 0.1;

    private static final int MOST_DOUBLINGS = 6;
    private static final int PROBES = 4;

    /** From the seed of one network to that of the next: 2^64 divided by the golden ratio. */
    private static final long NEXT = 0x9E3779B97F4A7C15L;

    private Subjects() {}

    /**
     * A network with initial weights (NET-4), and random samples. The spread of the weights is that of the profile,
     * doubled until every layer spikes, {@value #MOST_DOUBLINGS} times at most.
     *
     * @param number of the network, from 0
     */
    static Subject drawn(Shape shape, Profile profile, AngleSettings settings, int number) {
        long seed = settings.seed() + number * NEXT;
        Subject.SampleSource samples = new Noise(seed, shape);
        Network network = new Network(shape, with(profile, 1), seed);
        int factor = 1;
        while (factor < 1 << MOST_DOUBLINGS && leastRate(network, samples) < LEAST_RATE) {
            factor *= 2;
            network = new Network(shape, with(profile, factor), seed);
        }
        return Subject.of(network, settings.sleeps(), network, samples, factor);
    }

    /** A network trained on the digits, and training samples as they would come next. */
    static Subject trained(Shape shape, Profile profile, AngleSettings settings, DataSet training) {
        Network network = new Network(shape, profile, settings.seed());
        Schedule schedule = new Schedule(profile, settings.seed(), training.size(), settings.epochs());
        FastNetwork learner = new FastNetwork(shape, profile, settings.seed());
        try (ParallelTrainer trainer = new ParallelTrainer(
                learner, FastRateCoder.source(training.intensities(), settings.seed()), training.labels(), 1)) {
            schedule.forEachRemaining(trainer::perform);
        }
        network.copyWeights(learner);
        Network random = new Network(shape, with(profile, 1), settings.seed());
        return Subject.of(network, -1, random, new Next(settings, training), 1);
    }

    private static Profile with(Profile profile, int factor) {
        WeightParameters weight = profile.weight();
        FeedbackParameters feedback = profile.feedback();
        return new Profile(
                profile.name(),
                profile.time(),
                new WeightParameters(weight.bits(), weight.shift(), Math.min(1 << 23, weight.spread() * factor)),
                profile.soma(),
                profile.trace(),
                profile.eligibility(),
                profile.error(),
                profile.update(),
                new FeedbackParameters(FeedbackStart.RANDOM, feedback.bits(), feedback.fraction(), feedback.spread()),
                profile.sleep());
    }

    /** Mean spikes a neuron and step in the layer that has the fewest. */
    private static double leastRate(Network network, Subject.SampleSource samples) {
        RealNetwork real = Subject.realOf(network);
        SpikeRates rates = new SpikeRates(network.shape());
        SpikeTrain input = new SpikeTrain(
                network.shape().inputs(), network.profile().time().steps());
        for (int n = 0; n < PROBES; n++) {
            new RateCoder(network.seed()).encodeTraining(samples.number(n), samples.intensities(n), input);
            real.predict(input, Decisions.OWN, rates);
        }
        double least = 1;
        for (int l = 1; l <= network.shape().layers(); l++) {
            least = Math.min(least, rates.of(l));
        }
        return least;
    }

    /** Intensities of which half are 0 and the others uniform, and uniform classes. */
    private record Noise(long seed, Shape shape) implements Subject.SampleSource {

        @Override
        public long number(int sample) {
            return sample;
        }

        @Override
        public byte[] intensities(int sample) {
            Random random = random(sample);
            byte[] intensities = new byte[shape.inputs()];
            for (int j = 0; j < intensities.length; j++) {
                int value = random.nextInt(512);
                intensities[j] = (byte) (value < 256 ? 0 : value);
            }
            return intensities;
        }

        @Override
        public int label(int sample) {
            return random(-1 - sample).nextInt(shape.outputs());
        }

        private Random random(int number) {
            return new Random(seed ^ number * NEXT);
        }
    }

    /** The epochs that would follow the training. */
    private record Next(AngleSettings settings, DataSet training) implements Subject.SampleSource {

        @Override
        public long number(int sample) {
            return (long) settings.epochs() * training.size() + sample;
        }

        @Override
        public byte[] intensities(int sample) {
            return training.intensities()[index(sample)];
        }

        @Override
        public int label(int sample) {
            return training.labels()[index(sample)];
        }

        private int index(int sample) {
            int epoch = settings.epochs() + sample / training.size();
            return SampleOrder.of(settings.seed(), epoch, training.size())[sample % training.size()];
        }
    }
}
