package org.biograd.kit.generate.file;

import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;

/** Profiles and shapes on either side of what PROF-2 lets pass: each of its sums and products, each of its terms. */
final class ProfileEdges {

    private static final int MOST_NEURONS = 65_535;
    private static final long MOST_SYNAPSES = 1L << 28;

    private ProfileEdges() {}

    /**
     * A profile's text whose products of learning need 62 bits or 63, or whose accumulators are as wide as they must be
     * or a bit narrower.
     */
    static String products(Dice dice) {
        int learning = dice.between(2, 24);
        int eligibility = dice.between(learning < 14 ? 20 : 2, 31);
        int batch = dice.between(1, 17);
        int multiplier = dice.between(0, 16);
        // One of the four gives way, so that the sum is at the border.
        for (int rest = need(learning, eligibility, batch, multiplier) - dice.between(62, 63); rest != 0; ) {
            int step = rest > 0 ? -1 : 1;
            if (within(multiplier + step, 0, 16)) {
                multiplier += step;
            } else if (within(batch + step, 1, 17)) {
                batch += step;
            } else if (within(eligibility + step, 2, 31)) {
                eligibility += step;
            } else if (within(learning + step, 2, 24)) {
                learning += step;
            } else {
                break;
            }
            rest += step;
        }
        boolean hidden = dice.oneIn(2);
        long larger = ofBits(dice, multiplier, MOST_NEURONS);
        long smaller = dice.oneIn(2) ? larger : larger / 2;
        int fraction = dice.between(0, 32);
        int weight = dice.width(2, 24);
        String text = ProfileReader.write(ProfileChange.SMALL);
        text = with(text, "error.learningBits", learning);
        text = with(text, "eligibility.bits", eligibility);
        text = with(text, "update.batch", ofBits(dice, batch, 65_536));
        text = with(text, "update.hiddenMultiplier", hidden ? larger : smaller);
        text = with(text, "update.outputMultiplier", hidden ? smaller : larger);
        text = with(text, "weight.bits", weight);
        text = with(text, "weight.spread", dice.oneIn(2) ? 1L << weight - 1 : 0);
        text = with(text, "update.accumulatorFraction", fraction);
        return with(text, "update.accumulatorBits", Math.max(2, weight + fraction - (dice.oneIn(3) ? 1 : 0)));
    }

    private static int need(int learning, int eligibility, int batch, int multiplier) {
        return learning - 1 + eligibility - 1 + batch + multiplier;
    }

    private static boolean within(int value, int low, int high) {
        return value >= low && value <= high;
    }

    /** The least or the largest number of so many bits. */
    private static long ofBits(Dice dice, int bits, long most) {
        if (bits == 0) {
            return 0;
        }
        return dice.oneIn(2) ? 1L << bits - 1 : Math.min(most, (1L << bits) - 1);
    }

    private static String with(String text, String key, long value) {
        return text.replaceFirst("(?m)^" + key.replace(".", "\\.") + " .*", key + " = " + value);
    }

    /** Weights and feedback weights so wide that few neurons are enough for the border, or narrow ones. */
    static Profile widths(Dice dice) {
        boolean narrow = dice.oneIn(4);
        int weight = narrow ? dice.width(2, 8) : dice.width(16, 24);
        int feedback = narrow ? dice.width(2, 8) : dice.width(16, 24);
        return ProfileChange.small(
                "weight.bits",
                Integer.toString(weight),
                "weight.spread",
                "1",
                "update.accumulatorBits",
                "40",
                "feedback.path",
                dice.oneIn(2) ? "LAYERWISE" : "DIRECT",
                "feedback.bits",
                Integer.toString(feedback),
                "feedback.spread",
                "1");
    }

    /** Sizes with one or two of them at a border of the profile, the others small. */
    static int[] sizes(Dice dice, Profile profile) {
        int[] sizes = new int[dice.between(2, 5)];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = dice.between(1, 3);
        }
        int place = dice.below(sizes.length);
        List<Long> borders = new ArrayList<>();
        long heaviest = (1L << profile.weight().bits() - 1) - 1;
        long farthest = (1L << profile.feedback().bits() - 1) - 1;
        borders.add(Integer.MAX_VALUE / heaviest - 1);
        borders.add(Integer.MAX_VALUE / farthest);
        if (profile.weight().bits() <= 8) {
            // Two layers, neighbours or a hidden layer and the outputs, that need about as many synapses as there may
            // be.
            int other = dice.oneIn(2) ? sizes.length - 1 : Math.min(sizes.length - 1, place + 1);
            if (other != place) {
                sizes[other] = dice.oneIn(4) ? MOST_NEURONS : dice.between(4096, MOST_NEURONS);
                borders.clear();
                borders.add(MOST_SYNAPSES / sizes[other] - (dice.oneIn(2) ? 1 : 0));
            }
        }
        long size = borders.get(dice.below(borders.size())) + dice.between(-1, 1);
        sizes[place] = (int) Math.max(1, Math.min(MOST_NEURONS + 1, size));
        return sizes;
    }
}
