package org.biograd.network;

import java.util.Random;
import org.biograd.spec.Rounding;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.SomaParameters;
import org.biograd.spec.profile.UpdateParameters;

/**
 * One sample of a drawn network and the update after it, computed by {@link SpecModel}: what a form of a clause group
 * is given, and what it must make of it.
 */
public final class ModelledSample {

    /** The number of the sample. */
    public static final long NUMBER = 5;

    private final NetworkCase of;
    private final SpecModel model;
    private final Log log = new Log();
    private final int[][] before;
    private final int[][] input;

    private ModelledSample(NetworkCase of) {
        this.of = of;
        this.model = new SpecModel(of.sizes(), of.profile(), of.seed());
        this.before = new int[layers() + 1][];
        for (int l = 1; l <= layers(); l++) {
            before[l] = model.weights(l);
        }
        this.input = model.encode("INPUT", NUMBER, of.intensities()[0]);
        model.showTo(log);
        model.learn(NUMBER, input, of.labels()[0]);
        model.update();
    }

    /** Case number so-and-so, the same in every run. */
    public static ModelledSample number(int number) {
        return new ModelledSample(drawn(number));
    }

    /**
     * The network of a case. A third of them have words of neurons that only 64 bits can hold, and most learn online
     * with draws: what the fast forms treat apart.
     */
    static NetworkCase drawn(int number) {
        Random random = new Random(9_000 + number);
        NetworkCase drawn = online(NetworkCase.of(random), random);
        return number % 3 == 0 ? wide(drawn) : drawn;
    }

    /** Online learning with draws in many of the cases. */
    static NetworkCase online(NetworkCase of, Random random) {
        Profile p = of.profile();
        UpdateParameters u = p.update();
        if (random.nextInt(3) == 0 || u.accumulatorFraction() == 0) {
            return of;
        }
        int shift = random.nextInt(8) == 0 ? 25 + random.nextInt(20) : u.shift();
        UpdateParameters changed = new UpdateParameters(
                u.hiddenMultiplier(),
                u.outputMultiplier(),
                shift,
                u.accumulatorBits(),
                u.accumulatorFraction(),
                Rounding.STOCHASTIC,
                1,
                u.halveEvery());
        return of.with(new Profile(
                p.name(),
                p.time(),
                p.weight(),
                p.soma(),
                p.trace(),
                p.eligibility(),
                p.error(),
                changed,
                p.feedback(),
                p.sleep()));
    }

    private static NetworkCase wide(NetworkCase of) {
        Profile p = of.profile();
        SomaParameters s = p.soma();
        SomaParameters changed = new SomaParameters(32, 32, s.voltageOne(), s.keep(), s.threshold(), s.window());
        return of.with(new Profile(
                p.name(),
                p.time(),
                p.weight(),
                changed,
                p.trace(),
                p.eligibility(),
                p.error(),
                p.update(),
                p.feedback(),
                p.sleep()));
    }

    /** The profile. */
    public Profile profile() {
        return of.profile();
    }

    /** L. */
    public int layers() {
        return of.sizes().length - 1;
    }

    /** The steps of a sample. */
    public int steps() {
        return profile().time().steps();
    }

    /** The neurons of a layer. */
    public int size(int layer) {
        return of.sizes()[layer];
    }

    /** The seed of every draw. */
    public long seed() {
        return of.seed();
    }

    /** The spikes that come into a layer, [step][neuron]. */
    public int[][] spikesInto(int layer) {
        if (layer == 1) {
            return input;
        }
        int[][] spikes = new int[steps()][];
        for (int t = 0; t < steps(); t++) {
            spikes[t] = values(Signal.SPIKE, layer - 1, t);
        }
        return spikes;
    }

    /** The values of a signal that the model showed. */
    public int[] values(Signal signal, int layer, int step) {
        for (Log.Shown shown : log.all()) {
            if (shown.signal() == signal && shown.layer() == layer && shown.step() == step) {
                int[] values = new int[shown.values().length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.toIntExact(shown.values()[i]);
                }
                return values;
            }
        }
        throw new IllegalArgumentException(signal + " of layer " + layer + " at step " + step + " was not shown");
    }

    /** The sums of weights that a layer received in a step: SOMA-1, added up anew. */
    public int[] sums(int layer, int step) {
        int[] x = spikesInto(layer)[step];
        int post = size(layer);
        int[] sum = new int[post];
        for (int i = 0; i < post; i++) {
            sum[i] = before[layer][x.length * post + i];
            for (int j = 0; j < x.length; j++) {
                sum[i] += x[j] * before[layer][j * post + i];
            }
        }
        return sum;
    }

    /** The weights of a layer before the update. */
    public int[] weightsBefore(int layer) {
        return before[layer].clone();
    }

    /** The weights of a layer after it. */
    public int[] weightsAfter(int layer) {
        return model.weights(layer);
    }

    /** The events of a signal, in the sample and the update. */
    public long events(Signal signal) {
        return model.events(signal);
    }

    @Override
    public String toString() {
        return of.toString();
    }
}
