package org.biograd.theorems;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.biograd.fixedpoint.Network;
import org.biograd.fixedpoint.run.Schedule;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.spec.Shape;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.refine.Refinement;

/** A drawn network in a profile that fits the chip, with data to learn. */
record ChipCase(Profile profile, Shape shape, long seed, byte[][] intensities, int[] labels) {

    private static final int EPOCHS = 2;

    static ChipCase of(Random random) {
        int[] sizes = new int[2 + random.nextInt(3)];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = 1 + random.nextInt(6);
        }
        Shape shape = Shape.of(sizes);
        byte[][] intensities = new byte[1 + random.nextInt(4)][shape.inputs()];
        int[] labels = new int[intensities.length];
        for (int s = 0; s < labels.length; s++) {
            random.nextBytes(intensities[s]);
            labels[s] = random.nextInt(shape.outputs());
        }
        return new ChipCase(profile(random), shape, random.nextLong(), intensities, labels);
    }

    private static Profile profile(Random random) {
        Map<String, Object> changed = new LinkedHashMap<>();
        int steps = between(random, 1, 12);
        changed.put("time.steps", steps);
        changed.put("time.softStart", random.nextInt(steps));
        int weightBits = between(random, 2, 9);
        int weightShift = between(random, 0, 13);
        changed.put("weight.bits", weightBits);
        changed.put("weight.shift", weightShift);
        changed.put("weight.spread", 1 << weightBits);
        changed.put("soma.keep", any(random, 0, 2457, 4096, between(random, 0, 4096)));
        // About as large as one weight, so that neurons spike now and then; a window that now and then reaches below 0.
        int threshold = Math.max(1, between(random, 1, 1 << weightBits) << weightShift >> 7) * 64;
        changed.put("soma.threshold", threshold);
        changed.put(
                "soma.window",
                any(random, 0, threshold, between(random, 0, Math.min(2 * threshold, threshold + 4095))));
        changed.put("trace.impulse", between(random, 1, 127));
        changed.put("trace.keep", between(random, 0, 4096));
        changed.put("eligibility.bits", between(random, 2, 9));
        changed.put("eligibility.shift", between(random, 0, 7));
        changed.put("error.function", random.nextBoolean() ? "SOFTMAX" : "DIFFERENCE");
        int fraction = between(random, 1, 12);
        changed.put("error.fraction", fraction);
        changed.put("error.potentialBits", between(random, fraction + 2, 23));
        changed.put("error.dendriteBits", between(random, 2, 23));
        changed.put("error.learningBits", between(random, 2, 8));
        changed.put("error.hiddenShift", between(random, -8, 8));
        changed.put("error.outputShift", between(random, -8, 8));
        changed.put("update.hiddenMultiplier", between(random, 1, 7));
        changed.put("update.outputMultiplier", between(random, 1, 7));
        changed.put("update.shift", between(random, 0, 6));
        changed.put("update.halveEvery", any(random, 0, 2, 5));
        int accumulatorFraction = between(random, 1, 7);
        changed.put("update.accumulatorFraction", accumulatorFraction);
        changed.put("update.accumulatorBits", between(random, weightBits + accumulatorFraction, 16));
        changed.put("feedback.start", random.nextBoolean() ? "RANDOM" : "ALIGNED");
        int feedbackBits = between(random, 2, 9);
        changed.put("feedback.bits", feedbackBits);
        changed.put("feedback.spread", (1 << feedbackBits - 1) - 1);
        changed.put("sleep.first", random.nextInt(2));
        changed.put("sleep.every", random.nextInt(4));
        changed.put("sleep.trajectories", between(random, 1, 4));
        changed.put("sleep.steps", between(random, 1, 8));
        changed.put("sleep.hebbShift", between(random, 0, 8));
        changed.put("sleep.shift", between(random, 0, 10));
        return ProfileChange.of(
                Profiles.loihi(),
                changed.entrySet().stream()
                        .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
                        .toArray());
    }

    private static int between(Random random, int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    private static int any(Random random, int... values) {
        return values[random.nextInt(values.length)];
    }

    Network network() {
        return new Network(shape, profile, seed);
    }

    Refinement refinement(Network network) {
        return new Refinement(network, intensities, labels);
    }

    Schedule schedule() {
        return new Schedule(profile, seed, labels.length, EPOCHS);
    }
}
