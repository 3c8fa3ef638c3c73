package org.biograd.study.explain;

import java.util.ArrayList;
import java.util.List;
import org.biograd.fixedpoint.SleepNoise;
import org.biograd.spec.DrawStream;
import org.biograd.spec.Signal;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.SleepParameters;

/** SLEEP-1 to SLEEP-4: how a sleep moves the feedback weights of one hidden neuron. */
final class SleepLines {

    /** So many neurons are all told of. */
    private static final int FEW = 4;

    private static final int NOISE_BITS = 8;

    private final Shown shown;
    private final int layer;
    private final int source;
    private final SleepParameters sleep;
    private final List<int[][]> noise = new ArrayList<>();
    private final ForwardLines forward;
    private final boolean tellsNoise;

    /**
     * The sleep of a layer.
     *
     * @param tellsNoise whether noise has lines of its own
     */
    SleepLines(Shown shown, int layer, boolean tellsNoise) {
        this.tellsNoise = tellsNoise;
        this.shown = shown;
        this.layer = layer;
        this.source = shown.profile.feedback().path().source(layer, shown.shape.layers());
        this.sleep = shown.profile.sleep();
        this.forward = new ForwardLines(shown);
        SleepNoise draws = shown.noise();
        int size = shown.shape.size(layer);
        for (int m = 0; m < sleep.trajectories(); m++) {
            SpikeTrain positive = new SpikeTrain(size, sleep.steps());
            SpikeTrain negative = new SpikeTrain(size, sleep.steps());
            draws.fill(layer, m, positive, negative);
            int[][] net = new int[sleep.steps()][];
            for (int t = 0; t < net.length; t++) {
                net[t] = positive.dense(t);
                int[] minus = negative.dense(t);
                for (int i = 0; i < size; i++) {
                    net[t][i] -= minus[i];
                }
            }
            noise.add(net);
        }
    }

    /** The layer that the sleeping one is fed back from. */
    int source() {
        return source;
    }

    /** SLEEP-1 and SLEEP-2: a neuron of layer l+1 in a step, counted over all trajectories. */
    void injected(Place at) {
        int[] net = noise.get(at.step() / sleep.steps())[at.step() % sleep.steps()];
        Terms formula = new Terms(" + ").add("0");
        Draft line = shown.line(at, "a", "SLEEP-2");
        long sum = 0;
        for (int i = 0; i < net.length; i++) {
            if (net[i] != 0 || tellsNoise && net.length <= FEW) {
                long w = shown.weights[at.layer()][shown.synapse(at.layer(), i, at.neuron())];
                sum += w * net[i];
                formula.add("w[" + i + "] * x[" + i + "]");
                line.given("w[" + i + "]", w).with(noise("x[" + i + "]", i, at.step()));
            }
        }
        line.is(formula.toString()).words("x is noise, without bias").value(sum);
        forward.neuron(at);
    }

    /** SLEEP-1: net noise of a neuron in a step, counted over all trajectories. */
    private Operand noise(String name, int neuron, int step) {
        int trajectory = step / sleep.steps();
        long net = noise.get(trajectory)[step % sleep.steps()][neuron];
        if (!tellsNoise) {
            return Operand.given(name, net);
        }
        Place at = Place.of(layer, neuron, step);
        if (!shown.has(at, "x")) {
            shown.line(at, "x", "SLEEP-1")
                    .is("[pos < p + floor(p / 128)] - [neg < p + floor(p / 128)]")
                    .with(drawn(at, "p", DrawStream.SLEEP_RATE, 0, trajectory))
                    .with(drawn(at, "pos", DrawStream.SLEEP_POSITIVE, step, neuron))
                    .with(drawn(at, "neg", DrawStream.SLEEP_NEGATIVE, step, neuron))
                    .words("noise: p is the intensity of trajectory " + trajectory)
                    .value(net);
        }
        return new Operand(name, net, at.key("x"));
    }

    private Operand drawn(Place at, String name, DrawStream stream, int step, int index) {
        Operand draw = shown.draw(at, name, stream, layer, step, index, NOISE_BITS);
        return new Operand(name, draw.value(), draw.source());
    }

    /** SLEEP-3: the counts of a trajectory. */
    void counts(int neuron, int output, int trajectory) {
        int last = (trajectory + 1) * sleep.steps() - 1;
        Terms noises = new Terms(" + ");
        Terms spikes = new Terms(" + ");
        Draft h = shown.line(Place.of(layer, neuron, last), "H", "SLEEP-3");
        Draft o = shown.line(Place.of(source, output, last), "O", "SLEEP-3");
        for (int t = 0; t < sleep.steps(); t++) {
            int step = trajectory * sleep.steps() + t;
            noises.add("x[" + t + "]");
            h.with(noise("x[" + t + "]", neuron, step));
            spikes.add("s[" + t + "]");
            o.from("s[" + t + "]", shown.at(Signal.SPIKE, source, step, output), Place.of(source, output, step), "s");
        }
        if (!shown.has(Place.of(layer, neuron, last), "H")) {
            h.is(noises.toString()).value(shown.at(Signal.NOISE_COUNT, layer, last, neuron));
        }
        if (!shown.has(Place.of(source, output, last), "O")) {
            o.is(spikes.toString()).value(shown.at(Signal.SLEEP_COUNT, source, last, output));
        }
    }

    /** SLEEP-4: a feedback weight. */
    void weight(int neuron, int output) {
        int counted = shown.shape.size(source);
        int index = neuron * counted + output;
        Place at = Place.of(layer, neuron, output, Place.END);
        Terms products = new Terms(" + ");
        Terms squares = new Terms(" + ");
        Draft x = shown.line(at, "X", "SLEEP-4").given("sleep.hebbShift", sleep.hebbShift());
        long hebb = 0;
        long square = 0;
        for (int m = 0; m < sleep.trajectories(); m++) {
            int last = (m + 1) * sleep.steps() - 1;
            long h = shown.at(Signal.NOISE_COUNT, layer, last, neuron);
            long o = shown.at(Signal.SLEEP_COUNT, source, last, output);
            if (o != 0) {
                products.add("H[" + m + "] * O[" + m + "]");
                squares.add("O[" + m + "]^2");
                x.from("H[" + m + "]", h, Place.of(layer, neuron, last), "H")
                        .from("O[" + m + "]", o, Place.of(source, output, last), "O");
                hebb += h * o;
                square += o * o;
            }
        }
        long before = shown.feedback[layer][index];
        String some = products.isEmpty() ? "0" : products.toString();
        long change = (hebb << sleep.hebbShift()) - square * before;
        x.is("2^sleep.hebbShift * (" + some + ") - (" + (squares.isEmpty() ? "0" : squares) + ") * B")
                .given("B", before)
                .worked((hebb << sleep.hebbShift()) + " - " + ForwardLines.signed(square * before))
                .words("Hebb's product minus Oja's decay")
                .value(change);
        boolean drawing = Rounded.draws(change, sleep.shift(), sleep.rounding());
        Draft line = shown.line(at, "B", "SLEEP-4").given("B", before).from("X", change, at, "X");
        Rounded.draw(shown, line, drawing, at, "B", DrawStream.SLEEP_FEEDBACK, index, sleep.shift());
        line.is("saturate(B + " + Rounded.text("X", "sleep.shift", sleep.rounding(), drawing) + ", feedback.bits)")
                .given("sleep.shift", sleep.shift())
                .given("feedback.bits", shown.profile.feedback().bits())
                .value(shown.at(Signal.FEEDBACK_WEIGHT, layer, 0, index));
    }
}
