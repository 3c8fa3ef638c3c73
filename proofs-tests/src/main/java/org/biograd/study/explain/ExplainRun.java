package org.biograd.study.explain;

import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.fixedpoint.run.Trainer;
import org.biograd.io.ProgressListener;
import org.biograd.spec.Observer;
import org.biograd.spec.SpikeTrain;
import org.biograd.study.lockstep.Recording;

/** Brings a network to the sample or sleep that is to be explained, and explains it. */
public final class ExplainRun {

    private final Network network;
    private final Choice choice;

    /**
     * A run.
     *
     * @param network at its beginning
     * @param choice whom to tell of
     */
    public ExplainRun(Network network, Choice choice) {
        this.network = network;
        this.choice = choice;
    }

    /**
     * Explains a sample that is shown to the network as it is; the weights change at its end.
     *
     * @param sample its number, for the draws
     * @param input its spikes
     * @param label its class
     * @throws IllegalArgumentException where the input, the label or a chosen neuron does not fit
     */
    public Explained given(long sample, SpikeTrain input, int label) {
        Recording recording = new Recording();
        Shown shown = new Shown(sample, false, network, recording);
        network.learn(sample, input, label, recording);
        network.update(recording);
        return sample(shown, label, true);
    }

    private Explained sample(Shown shown, int label, boolean updates) {
        return new Explained(
                "sample " + shown.number + " of class " + label,
                shown.shape,
                shown.profile,
                shown.seed,
                shown,
                choice.neurons(shown),
                Explanation.sample(shown, label, choice, updates));
    }

    /**
     * Explains a sample of a training, after all that came before it.
     *
     * @param sample its number, counted over the whole run
     * @param source the samples
     * @param labels their classes
     * @param progress is told
     */
    public Explained ofTraining(long sample, InputSource source, int[] labels, ProgressListener progress) {
        int epochs = (int) (sample / source.size() + 1);
        Schedule schedule = new Schedule(network.profile(), network.seed(), source.size(), epochs);
        Trainer trainer = new Trainer(network, source, labels);
        progress.started(sample);
        while (schedule.hasNext()) {
            Schedule.Task task = schedule.next();
            if (task instanceof Schedule.Batch batch && batch.firstSample() + batch.indices().length > sample) {
                return inBatch(batch, sample, source, labels);
            }
            trainer.perform(task, Observer.NONE);
            progress.advanced(schedule.state().samples(), "");
        }
        throw new IllegalStateException("the training has no sample " + sample);
    }

    private Explained inBatch(Schedule.Batch batch, long sample, InputSource source, int[] labels) {
        SpikeTrain input =
                new SpikeTrain(source.inputs(), network.profile().time().steps());
        Recording recording = new Recording();
        Shown shown = new Shown(sample, false, network, recording);
        for (int b = 0; ; b++) {
            int index = batch.indices()[b];
            long number = batch.firstSample() + b;
            source.training(number, index, input);
            if (number < sample) {
                Recording earlier = new Recording();
                network.learn(number, input, labels[index], earlier);
                shown.accumulate(earlier);
            } else {
                network.learn(number, input, labels[index], recording);
                boolean updates = b == batch.indices().length - 1;
                if (updates) {
                    network.update(recording);
                }
                return sample(shown, labels[index], updates);
            }
        }
    }

    /**
     * Explains a sleep of a training, after all that came before it.
     *
     * @param number its number, counted over the whole run
     * @param layer the hidden layer
     * @param source the samples
     * @param labels their classes
     * @param progress is told
     * @throws IllegalArgumentException where the training has no such sleep, or the layer is not hidden
     */
    public Explained sleep(long number, int layer, InputSource source, int[] labels, ProgressListener progress) {
        int every = network.profile().sleep().every();
        long epochs = every == 0 ? 1 : (number + 1) * every / source.size() + 1;
        Schedule schedule =
                new Schedule(network.profile(), network.seed(), source.size(), (int) Math.min(epochs, 1000));
        Trainer trainer = new Trainer(network, source, labels);
        progress.started(number);
        while (schedule.hasNext()) {
            Schedule.Task task = schedule.next();
            if (task instanceof Schedule.Sleep sleep && sleep.number() == number) {
                return sleepNow(number, layer);
            }
            trainer.perform(task, Observer.NONE);
            progress.advanced(schedule.state().sleeps(), "");
        }
        throw new IllegalArgumentException("the training has no sleep " + number);
    }

    /**
     * Explains a sleep of the network as it is.
     *
     * @param number its number, for the draws
     * @param layer the hidden layer
     */
    public Explained sleepNow(long number, int layer) {
        Recording recording = new Recording();
        network.requireSleep(layer, number);
        Shown shown = new Shown(number, true, network, recording);
        network.sleep(layer, number, recording);
        return new Explained(
                "sleep " + number + " of layer " + layer,
                shown.shape,
                shown.profile,
                shown.seed,
                shown,
                choice.neurons(shown),
                Explanation.sleep(shown, layer, choice));
    }
}
