package org.biograd.network;

import java.util.Arrays;
import java.util.Set;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.study.roundoff.Findings;
import org.biograd.study.roundoff.Roundoff;

/** A training run of the integer network, each batch of which is analysed. */
public final class RoundoffRun {

    private RoundoffRun() {}

    /**
     * Trains.
     *
     * @param network learns
     * @param intensities shape [samples][inputs], unsigned bytes
     * @param labels one a sample
     * @param counted the signals whose local errors count
     * @param findings receives what is found
     */
    public static void train(
            Network network, byte[][] intensities, int[] labels, int epochs, Set<Signal> counted, Findings findings) {
        Shape shape = network.shape();
        RateCoder coder = new RateCoder(network.seed());
        SpikeTrain input =
                new SpikeTrain(shape.inputs(), network.profile().time().steps());
        Schedule schedule = new Schedule(network.profile(), network.seed(), labels.length, epochs);
        while (schedule.hasNext()) {
            Schedule.Task task = schedule.next();
            if (task instanceof Schedule.Sleep sleep) {
                network.sleep(sleep.number(), Observer.NONE);
            } else if (task instanceof Schedule.Batch batch) {
                int[][] weights = new int[shape.layers()][];
                Arrays.setAll(weights, l -> network.weights(l + 1));
                int[][] feedback = new int[shape.layers() - 1][];
                Arrays.setAll(feedback, l -> network.feedback(l + 1));
                Roundoff roundoff = new Roundoff(shape, network.profile(), weights, feedback, counted, findings);
                for (int b = 0; b < batch.indices().length; b++) {
                    int index = batch.indices()[b];
                    coder.encodeTraining(batch.firstSample() + b, intensities[index], input);
                    roundoff.beginSample(batch.firstSample() + b, input, labels[index]);
                    network.learn(batch.firstSample() + b, input, labels[index], roundoff);
                }
                network.update(roundoff);
            }
        }
    }

    /** Trains as a case says, but with direct feedback. */
    public static void train(NetworkCase any, Set<Signal> counted, Findings findings) {
        NetworkCase drawn = any.direct();
        Network network = new Network(drawn.shape(), drawn.profile(), drawn.seed());
        train(network, drawn.intensities(), drawn.labels(), drawn.epochs(), counted, findings);
    }
}
