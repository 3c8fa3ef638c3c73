package org.biograd.study.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.biograd.fixedpoint.IntegerNetwork;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.fixedpoint.word.DrawSource;
import org.biograd.fixedpoint.word.Draws;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Shape;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.study.lockstep.Recording;

/** What an explanation explains: what a network showed of a sample or sleep, and what it began with. */
public final class Shown {

    final Shape shape;
    final Profile profile;
    final long seed;

    /** Number of the sample, or of the sleep. */
    final long number;

    final Recording recording;

    /** Whether it is a sleep. */
    final boolean asleep;

    /** Forward weights by layer and feedback weights by layer, as they were before. */
    final int[][] weights;

    final int[][] feedback;

    /** Gradient sums by layer from earlier samples of the same batch. */
    final long[][] gradients;

    private final DrawSource draws;

    /** Whether the draws are those of the seed, and not given one by one. */
    private final boolean seeded;

    private final Map<String, Line> lines = new LinkedHashMap<>();

    /**
     * Takes down what a network holds before a sample or sleep.
     *
     * @param number of the sample or sleep
     * @param network as it is before
     * @param asleep whether it is a sleep
     * @param recording what it will show
     */
    public Shown(long number, boolean asleep, IntegerNetwork network, Recording recording) {
        this.shape = network.shape();
        this.profile = network.profile();
        this.seed = network.seed();
        this.number = number;
        this.asleep = asleep;
        this.recording = recording;
        this.draws = new Draws(seed);
        this.seeded = true;
        this.weights = new int[shape.layers() + 1][];
        this.feedback = new int[shape.layers()][];
        this.gradients = new long[shape.layers() + 1][];
        for (int l = 1; l <= shape.layers(); l++) {
            weights[l] = network.weights(l).clone();
            gradients[l] = new long[weights[l].length];
            if (l < shape.layers()) {
                feedback[l] = network.feedback(l).clone();
            }
        }
    }

    /**
     * What somebody else shows, for example a case.
     *
     * @param shape of the network
     * @param profile its arithmetic
     * @param number of the sample or sleep
     * @param asleep whether it is a sleep
     * @param recording what is shown
     * @param weights forward weights before, by layer from 1
     * @param feedback feedback weights before, by layer from 1
     * @param draws that are made
     * @param seed whose draws they are; nothing where they are given one by one
     */
    public Shown(
            Shape shape,
            Profile profile,
            long number,
            boolean asleep,
            Recording recording,
            int[][] weights,
            int[][] feedback,
            DrawSource draws,
            OptionalLong seed) {
        this.shape = shape;
        this.profile = profile;
        this.seed = seed.orElse(0);
        this.number = number;
        this.asleep = asleep;
        this.recording = recording;
        this.draws = draws;
        this.seeded = seed.isPresent();
        this.weights = weights;
        this.feedback = feedback;
        this.gradients = new long[shape.layers() + 1][];
        for (int l = 1; l <= shape.layers(); l++) {
            gradients[l] = new long[weights[l].length];
        }
    }

    private Shown(Shown other) {
        shape = other.shape;
        profile = other.profile;
        seed = other.seed;
        number = other.number;
        recording = other.recording;
        asleep = other.asleep;
        weights = other.weights;
        feedback = other.feedback;
        gradients = other.gradients;
        draws = other.draws;
        seeded = other.seeded;
    }

    /** The same, with no line told yet. */
    public Shown again() {
        return new Shown(this);
    }

    /** Adds the gradient of an earlier sample of the same batch, as a recording has it. */
    public void accumulate(Recording earlier) {
        int last = profile.time().steps() - 1;
        for (int l = 1; l <= shape.layers(); l++) {
            int[] q = earlier.get(Signal.LEARNING_ERROR, l, last);
            int[] e = earlier.get(Signal.ELIGIBILITY, l, last);
            for (int s = 0; s < e.length; s++) {
                gradients[l][s] += (long) q[s % q.length] * e[s];
            }
        }
    }

    /** The value of a signal; 0 where it was not shown yet, as before the first step. */
    long at(Signal signal, int layer, int step, int index) {
        int[] values = recording.get(signal, layer, step);
        return values == null ? 0 : values[index];
    }

    /** The index of a synapse (SYN-1). */
    int synapse(int layer, int pre, int neuron) {
        return pre * shape.size(layer) + neuron;
    }

    /** Begins a line; it is not there before {@link Draft#value} ends it. */
    Draft line(Place place, String symbol, String clause) {
        return new Draft(place, symbol, clause, lines);
    }

    /** Whether a line is there already. */
    boolean has(Place place, String symbol) {
        return has(place.key(symbol));
    }

    /** Whether a line of a key is there. */
    boolean has(String key) {
        return lines.containsKey(key);
    }

    /** The value of a line that is there. */
    long valueOf(String key) {
        return lines.get(key).value();
    }

    /** The noise of a sleep. */
    SleepNoise noise() {
        return new SleepNoise(draws).of(number);
    }

    /** Adds the line of a draw, where a seed makes it, and returns the draw as an operand. */
    Operand draw(Place place, String what, DrawStream stream, int layer, int step, int index, int bits) {
        draws.select(stream, layer, number, step, bits);
        long value = draws.at(index);
        if (!seeded) {
            return Operand.given("draw", value);
        }
        String symbol = "draw_" + what;
        if (!has(place, symbol)) {
            line(place, symbol, "DRAW-3")
                    .is("draw(seed, stream, layer, n, t, index, bits)")
                    .given("seed", seed)
                    .given("stream", stream.code())
                    .given("layer", layer)
                    .given("n", number)
                    .given("t", step)
                    .given("index", index)
                    .given("bits", bits)
                    .words("stream " + stream)
                    .value(value);
        }
        return new Operand("draw", value, place.key(symbol));
    }

    /** All lines so far, in their order. */
    public List<Line> lines() {
        return List.copyOf(lines.values());
    }
}
