package org.biograd.study.refine;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.RateCoder;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.loihi.program.ChipNetwork;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.Values;

/**
 * Trains an integer network and the chip-level program side by side, each from its own state, on the same spikes and
 * draws, and compares every value that they show. Not for use by two threads at once.
 */
@Clause("PROG-9")
public final class Refinement {

    private final Network network;
    private final ChipNetwork chip;
    private final byte[][] intensities;
    private final int[] labels;
    private final RateCoder coder;
    private final SpikeTrain input;
    private final Tape tape = new Tape();
    private final Map<Signal, Long> compared = new EnumMap<>(Signal.class);

    /**
     * Begins with the weights that the network has.
     *
     * @param network the integer network
     * @param intensities the training set, shape [samples][inputs], unsigned bytes
     * @param labels its classes
     * @throws IllegalArgumentException where the profile does not fit the chip or the program
     */
    public Refinement(Network network, byte[][] intensities, int[] labels) {
        this.network = network;
        this.chip = new ChipNetwork(network);
        this.intensities = intensities;
        this.labels = labels;
        this.coder = new RateCoder(network.seed());
        this.input = new SpikeTrain(
                network.shape().inputs(), network.profile().time().steps());
    }

    /** The chip-level program. */
    public ChipNetwork chip() {
        return chip;
    }

    /** How many values of each signal have been compared. */
    public Map<Signal, Long> compared() {
        return new EnumMap<>(compared);
    }

    /**
     * Performs a task on both, and says where they first differ. After a difference nothing more is to be learned from
     * either.
     */
    public Optional<Disagreement> perform(Schedule.Task task) {
        return perform(task, (signal, layer, step, values) -> {});
    }

    /**
     * The same, watched.
     *
     * @param tap sees each signal of the chip-level program before it is compared
     */
    public Optional<Disagreement> perform(Schedule.Task task, Observer tap) {
        if (task instanceof Schedule.Sleep sleep) {
            tape.rewind();
            network.sleep(sleep.number(), tape);
            Comparing comparing = new Comparing("sleep " + sleep.number(), tap);
            chip.sleep(sleep.number(), comparing);
            return comparing.result();
        }
        Schedule.Batch batch = (Schedule.Batch) task;
        for (int b = 0; b < batch.indices().length; b++) {
            long sample = batch.firstSample() + b;
            int index = batch.indices()[b];
            coder.encodeTraining(sample, intensities[index], input);
            tape.rewind();
            network.learn(sample, input, labels[index], tape);
            Comparing comparing = new Comparing("sample " + sample, tap);
            chip.learn(sample, input, labels[index], comparing);
            if (comparing.result().isPresent()) {
                return comparing.result();
            }
        }
        tape.rewind();
        network.update(tape);
        Comparing comparing =
                new Comparing("update after sample " + (batch.firstSample() + batch.indices().length - 1), tap);
        chip.update(comparing);
        return comparing.result();
    }

    /** Holds what the program shows against what is on the tape. */
    private final class Comparing implements Observer {

        private final String task;
        private final Observer tap;
        private int position;
        private Disagreement first;

        Comparing(String task, Observer tap) {
            this.task = task;
            this.tap = tap;
        }

        @Override
        public void observe(Signal signal, int layer, int step, Values shown) {
            tap.observe(signal, layer, step, shown);
            int at = position++;
            if (first != null || at >= tape.size()) {
                return;
            }
            Tape.Entry expected = tape.entry(at);
            if (expected.signal != signal
                    || expected.layer != layer
                    || expected.step != step
                    || expected.values.length != shown.size()) {
                throw new IllegalStateException(
                        task + ": " + expected.signal + " of layer " + expected.layer + " at step " + expected.step
                                + " was expected, " + signal + " of layer " + layer + " at step " + step + " came");
            }
            for (int i = 0; i < expected.values.length; i++) {
                if (shown.integer(i) != expected.values[i]) {
                    first = new Disagreement(task, signal, layer, step, i, expected.values[i], shown.integer(i));
                    return;
                }
            }
            compared.merge(signal, (long) expected.values.length, Long::sum);
        }

        Optional<Disagreement> result() {
            if (first == null && position != tape.size()) {
                first = new Disagreement(task, null, 0, 0, 0, tape.size(), position);
            }
            return Optional.ofNullable(first);
        }
    }
}
