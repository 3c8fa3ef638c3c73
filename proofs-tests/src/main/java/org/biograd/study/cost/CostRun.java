package org.biograd.study.cost;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.biograd.data.DataSet;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.fixedpoint.fast.FastNetwork;
import org.biograd.fixedpoint.fast.FastRateCoder;
import org.biograd.fixedpoint.fast.ParallelTrainer;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.io.ProgressListener;
import org.biograd.loihi.cost.Bill;
import org.biograd.loihi.cost.OperationCounter;
import org.biograd.loihi.cost.Phase;
import org.biograd.loihi.cost.Prices;
import org.biograd.loihi.cost.Term;
import org.biograd.loihi.placement.Blueprint;
import org.biograd.loihi.placement.Chip;
import org.biograd.loihi.placement.Placement;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;

/**
 * Trains an integer network with one hidden layer, then counts what the samples that follow, a sleep and the test do on
 * the chip.
 */
public final class CostRun {

    /** Terms of which no price is known, and which the bills of this run leave out by name. */
    public static final Set<Term> LEFT_OUT = Collections.unmodifiableSet(EnumSet.of(
            Term.CHIP_CROSSING,
            Term.INJECTED_SPIKE,
            Term.RANDOM_NUMBER,
            Term.HOST_READ,
            Term.HOST_WRITE,
            Term.BARRIER));

    private final DataSet training;
    private final DataSet test;
    private final CostSettings settings;
    private final Placement placement;
    private final Shape shape;
    private final Profile profile;

    /**
     * A run.
     *
     * @throws IllegalArgumentException where the profile does not fit the chip, or the network has no place on it;
     *     the message says why
     */
    public CostRun(Profile profile, DataSet training, DataSet test, CostSettings settings) {
        this.profile = profile;
        this.training = training;
        this.test = test;
        this.settings = settings;
        this.shape = Shape.of(training.inputs(), settings.hidden(), training.classes());
        this.placement = new Placement(new Blueprint(shape, profile, settings.sleep()), Chip.loihi(settings.chips()));
    }

    /** Does it all. */
    public CostResult run(ProgressListener progress) {
        Prices prices = Prices.published();
        OperationCounter counter = new OperationCounter(placement, prices);
        Network network = new Network(shape, profile, settings.seed());
        long sleeps = train(network, counter, progress);
        counter.sleep(new SleepNoise(settings.seed()).of(sleeps));
        network.copy().sleep(sleeps, counter);
        int tested = test(network, counter);
        return new CostResult(
                placement,
                prices,
                settings,
                training.size(),
                new Bill(counter, Phase.TRAINING, prices, LEFT_OUT),
                new Bill(counter, Phase.SLEEP, prices, LEFT_OUT),
                tested,
                new Bill(counter, Phase.TEST, prices, LEFT_OUT));
    }

    /** Trains, counts the samples after the epochs, and returns the number of sleeps. */
    private long train(Network network, OperationCounter counter, ProgressListener progress) {
        InputSource source = FastRateCoder.source(training.intensities(), network.seed());
        Trainer watched = new Trainer(network, source, training.labels());
        FastNetwork learner = new FastNetwork(shape, profile, network.seed());
        int more = (settings.samples() + training.size() - 1) / training.size();
        Schedule schedule =
                new Schedule(profile, settings.seed(), training.size(), Math.addExact(settings.epochs(), more));
        long before = (long) settings.epochs() * training.size();
        long all = before + settings.samples();
        progress.started(all);
        try (ParallelTrainer unwatched = new ParallelTrainer(learner, source, training.labels(), 1)) {
            while (schedule.state().samples() < before) {
                unwatched.perform(schedule.next());
                progress.advanced(schedule.state().samples(), "training");
            }
        }
        network.copyWeights(learner);
        counter.training();
        while (schedule.state().samples() < all) {
            Schedule.Task task = schedule.next();
            watched.perform(task, task instanceof Schedule.Batch ? counter : Observer.NONE);
            progress.advanced(schedule.state().samples(), "counting");
        }
        progress.finished();
        return schedule.state().sleeps();
    }

    /** A network that learns shows the spikes that one that predicts has; the counter leaves out the rest. */
    private int test(Network network, OperationCounter counter) {
        Network copy = network.copy();
        RateCoder coder = new RateCoder(settings.seed());
        SpikeTrain input = new SpikeTrain(shape.inputs(), profile.time().steps());
        int samples = Math.min(settings.samples(), test.size());
        counter.test();
        for (int i = 0; i < samples; i++) {
            coder.encodeTest(i, test.intensities()[i], input);
            copy.learn(i, input, test.labels()[i], counter);
        }
        return samples;
    }
}
