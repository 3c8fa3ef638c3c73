package org.biograd.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.RandomProfiles;
import org.biograd.spec.profile.Profile;
import org.biograd.train.ProfileOverrides;

/** Draws networks for rules: profiles at the edge of their widths, spikes, parameters that let something through. */
final class RuleCases {

    private RuleCases() {}

    /** Input, up to so many layers, output. */
    static int[] sizes(Random random, int layers) {
        int[] sizes = new int[2 + random.nextInt(layers)];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = 1 + random.nextInt(4);
        }
        return sizes;
    }

    static Profile profile(long seed, String rule) {
        Profile drawn = RandomProfiles.of(new Dice(seed, rule, 0));
        Map<String, String> changes = new HashMap<>();
        if (rule.equals("ottt-o")) {
            changes.put("update.batch", "1");
        }
        if (!rule.startsWith("ottt") && !rule.startsWith("desire") && !rule.equals("bptt")) {
            changes.put("error.function", "SOFTMAX");
        }
        if (rule.equals("spide") || rule.equals("ide")) {
            // A few large weights make a neuron spike, and not in every step: else its mask is closed.
            long drive =
                    ((1L << drawn.weight().bits() - 1) - 1) << drawn.weight().shift();
            int threshold = (int) Math.min(1 << 26, Long.highestOneBit(Math.max(1, drive / (1 + seed % 3))));
            changes.put("update.hiddenMultiplier", "" + (1 + seed % 5));
            int bits = 64 - Long.numberOfLeadingZeros(4L * threshold);
            changes.put("soma.threshold", "" + threshold);
            changes.put("soma.voltageBits", "" + Math.max(drawn.soma().voltageBits(), bits + 1));
        }
        changes.put("update.shift", "" + seed % 5);
        return ProfileOverrides.apply(drawn, changes);
    }

    static Map<String, Integer> parameters(Random random, String rule, Profile profile) {
        Map<String, Integer> p = new HashMap<>();
        int wide = Math.max(0, profile.weight().bits() + profile.weight().shift() - 2 - random.nextInt(6));
        int path = Math.min(32, wide);
        switch (rule) {
            case "ottt-a", "ottt-a-soft", "ottt-o" -> {
                p.put("error.shift", random.nextInt(3));
                p.put("path.shift", path);
                p.put("sum.bits", 6 + random.nextInt(10));
            }
            case "desire", "desire-hard" -> {
                p.put("desire.margin", random.nextInt(profile.time().steps()));
                p.put("desire.output", random.nextInt(2));
                p.put("desire.hidden", random.nextInt(1 << Math.min(20, wide)));
            }
            case "bptt" -> {
                p.put("error.shift", random.nextInt(6));
                p.put("path.shift", path);
                p.put("error.bits", 5 + random.nextInt(12));
            }
            case "ttfs" -> {
                int window = 1 + random.nextInt(20);
                p.put("ttfs.window", window);
                p.put("ttfs.slope", Math.min(30, profile.weight().shift() + random.nextInt(8)));
                p.put(
                        "ttfs.bias",
                        1 + random.nextInt(Math.min(window, profile.time().steps())));
                p.put("readout.shift", wide);
                p.put("path.shift", path);
                p.put("error.bits", 4 + random.nextInt(10));
            }
            default -> {
                p.put("phase.steps", 1 + random.nextInt(20));
                p.put("gradient.shift", Math.min(32, random.nextInt(1 + wide)));
                p.put("gradient.bits", 6 + random.nextInt(14));
                p.put("readout.shift", wide);
                p.put("recurrent.bound", random.nextInt(256));
                p.put("recurrent.spread", random.nextInt(3));
            }
        }
        return p;
    }

    static int[][] spikes(Random random, int steps, int size) {
        int[][] x = new int[steps][size];
        for (int[] step : x) {
            for (int j = 0; j < size; j++) {
                step[j] = random.nextInt(3) > 0 ? 1 : 0;
            }
        }
        return x;
    }

    static int[][] firstSpikes(Random random, int steps, int size) {
        int[][] x = new int[steps][size];
        for (int j = 0; j < size; j++) {
            int t = random.nextInt(steps + 1);
            if (t < steps) {
                x[t][j] = 1;
            }
        }
        return x;
    }
}
