package org.biograd.study.sweep;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.biograd.fixedpoint.run.InputSource;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.loihi.cost.Bill;
import org.biograd.loihi.cost.OperationCounter;
import org.biograd.loihi.cost.Phase;
import org.biograd.loihi.cost.Prices;
import org.biograd.loihi.placement.Placement;
import org.biograd.model.WeightSnapshot;
import org.biograd.report.Numbers;
import org.biograd.spec.Clause;
import org.biograd.spec.Observer;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.Values;
import org.biograd.spec.profile.Profile;
import org.biograd.study.cost.CostRun;
import org.biograd.study.lockstep.Lockstep;
import org.biograd.study.lockstep.LockstepResult;

/**
 * Repeats some batches of a training beside the reference, and looks at every signal meanwhile. Not for use by two
 * threads at once.
 */
@Clause("STUDY-7")
final class Probe implements Observer {

    /** The signals whose words have a width. */
    static final Set<Signal> WORDS = EnumSet.of(
            Signal.SYNAPTIC_INPUT,
            Signal.MEMBRANE_VOLTAGE,
            Signal.TRACE,
            Signal.ELIGIBILITY,
            Signal.POSITIVE_POTENTIAL,
            Signal.NEGATIVE_POTENTIAL,
            Signal.DENDRITE,
            Signal.LEARNING_ERROR,
            Signal.FED_BACK_ERROR,
            Signal.WEIGHT_CHANGE,
            Signal.WEIGHT);

    /** What was seen of a signal of a layer. */
    private static final class Tally {
        private final long[] values;
        private final long[] events;
        private long low = Long.MAX_VALUE;
        private long high = Long.MIN_VALUE;

        private Tally(int epochs) {
            values = new long[epochs];
            events = new long[epochs];
        }
    }

    private final int epochs;
    private final int layers;
    private final Lockstep lockstep;
    private final LockstepResult found;
    private final Map<List<Integer>, Tally> tallies = new TreeMap<>((a, b) ->
            a.get(0).equals(b.get(0)) ? a.get(1).compareTo(b.get(1)) : a.get(0).compareTo(b.get(0)));
    private final long[] samples;
    private final long[] dead;
    private final Prices prices = Prices.published();
    private final Optional<OperationCounter> counter;
    private int epoch;
    private int[] buffer = new int[0];

    /**
     * A probe of a training.
     *
     * @param placement where the network is on the chip; empty where it does not fit
     */
    Probe(
            Shape shape,
            Profile profile,
            long seed,
            InputSource source,
            int[] labels,
            int epochs,
            Optional<Placement> placement) {
        this.epochs = epochs;
        this.layers = shape.layers();
        this.lockstep = new Lockstep(shape, profile, seed, source, labels);
        this.found = new LockstepResult(layers);
        this.samples = new long[epochs];
        this.dead = new long[epochs];
        this.counter = placement.map(place -> new OperationCounter(place, prices));
        counter.ifPresent(OperationCounter::training);
    }

    /**
     * Repeats a batch.
     *
     * @throws IllegalStateException where the repetition does not end at the weights of the training
     */
    void see(Schedule.Batch batch, WeightSnapshot before, WeightSnapshot after) {
        epoch = batch.epoch();
        long[][] events = events();
        LockstepResult result = lockstep.repeat(batch, before, after, this);
        if (result.unreproduced() > 0) {
            throw new IllegalStateException("the batch from sample " + batch.firstSample()
                    + " on, repeated alone, gives other weights than in training");
        }
        samples[epoch] += result.presentations();
        dead[epoch] += result.deadZone();
        found.addAll(result);
        long[][] now = events();
        for (Signal signal : WORDS) {
            for (int l = 1; l <= layers; l++) {
                long more = now[l][signal.ordinal()] - events[l][signal.ordinal()];
                if (more > 0) {
                    tally(signal, l).events[epoch] += more;
                }
            }
        }
    }

    private long[][] events() {
        long[][] counts = new long[layers + 1][Signal.values().length];
        for (int l = 1; l <= layers; l++) {
            for (Signal signal : WORDS) {
                counts[l][signal.ordinal()] = lockstep.events(l).count(signal);
            }
        }
        return counts;
    }

    private Tally tally(Signal signal, int layer) {
        return tallies.computeIfAbsent(List.of(signal.ordinal(), layer), none -> new Tally(epochs));
    }

    @Override
    public void observe(Signal signal, int layer, int step, Values values) {
        counter.ifPresent(counting -> counting.observe(signal, layer, step, values));
        if (!WORDS.contains(signal)) {
            return;
        }
        if (buffer.length < values.size()) {
            buffer = new int[values.size()];
        }
        values.copyTo(buffer);
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int i = 0; i < values.size(); i++) {
            low = Math.min(low, buffer[i]);
            high = Math.max(high, buffer[i]);
        }
        Tally tally = tally(signal, layer);
        tally.values[epoch] += values.size();
        tally.low = Math.min(tally.low, low);
        tally.high = Math.max(tally.high, high);
    }

    /** All that was found. */
    ProbeResult result() {
        List<ProbeResult.Seen> seen = new ArrayList<>();
        tallies.forEach((key, tally) -> seen.add(new ProbeResult.Seen(
                Signal.values()[key.get(0)],
                key.get(1),
                list(tally.values),
                list(tally.events),
                tally.low,
                tally.high)));
        List<ProbeResult.Difference> deviations = new ArrayList<>();
        found.deviations()
                .forEach((signal, deviation) -> deviations.add(
                        new ProbeResult.Difference(signal, rounded(deviation.mean()), rounded(deviation.largest()))));
        BigDecimal energy = null;
        BigDecimal time = null;
        long shown = Arrays.stream(samples).sum();
        if (counter.isPresent() && shown > 0) {
            Bill bill = new Bill(counter.get(), Phase.TRAINING, prices, CostRun.LEFT_OUT);
            energy = rounded(bill.energy() / 10.0 / shown);
            time = rounded(bill.time() / 10.0 / shown);
        }
        return new ProbeResult(
                list(samples),
                list(dead),
                seen,
                deviations,
                found.decisions(),
                found.differing(),
                rounded(found.updateDegrees()),
                rounded(found.productDegrees()),
                energy,
                time);
    }

    private static List<Long> list(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    static List<BigDecimal> rounded(List<Double> values) {
        List<BigDecimal> rounded = new ArrayList<>();
        values.forEach(value -> rounded.add(rounded(value)));
        return rounded;
    }

    /** To the digits that machines get; null where it is not finite. */
    static BigDecimal rounded(double value) {
        String text = Numbers.json(value);
        return text == null ? null : new BigDecimal(text);
    }
}
