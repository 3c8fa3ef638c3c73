package org.biograd.kit.generate.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Draw;
import org.biograd.kit.generate.Question;
import org.biograd.kit.network.ProfileFields;
import org.biograd.spec.FeedbackPath;
import org.biograd.spec.Rounding;
import org.biograd.spec.TraceMode;
import org.biograd.spec.profile.Profile;

/** Questions about whole networks: a profile, a shape, and everything that is drawn, from dice. */
final class Networks {

    private static final int[] LEVELS = {0, 127, 128, 255};

    private Networks() {}

    /** Some sizes, the inputs first. */
    static int[] sizes(Dice dice) {
        return sizes(dice, dice.oneIn(8) ? 5 : dice.between(2, 4));
    }

    /** So many sizes. */
    static int[] sizes(Dice dice, int layers) {
        int[] sizes = new int[layers];
        for (int l = 0; l < sizes.length; l++) {
            sizes[l] = dice.between(1, l == 0 ? 4 : 3);
        }
        return sizes;
    }

    /** A question with profile and shape. */
    static Question question(Profile profile, int[] sizes, String... clauses) {
        Question question = Question.of(clauses);
        question.params().set("profile", ProfileFields.write(profile));
        return question.in("sizes", Json.of(sizes));
    }

    /** Adds weights within their widths, of all sizes. */
    static void weights(Question question, Profile profile, int[] sizes, Dice dice) {
        weights(question, profile, sizes, false, dice);
    }

    /** Adds weights within their widths; strong ones are of the size of the largest, and excite more than inhibit. */
    static void weights(Question question, Profile profile, int[] sizes, boolean strong, Dice dice) {
        ArrayNode w = Json.array();
        ArrayNode b = Json.array();
        int layers = sizes.length - 1;
        for (int l = 1; l <= layers; l++) {
            int largest = (1 << profile.weight().bits() - 1) - 1;
            w.add(Json.of(
                    strong
                            ? Draw.strong(dice, sizes[l - 1] + 1, sizes[l], largest)
                            : Draw.words(dice, sizes[l - 1] + 1, sizes[l], largest)));
            if (l < layers) {
                int source = sizes[profile.feedback().path().source(l, layers)];
                b.add(Json.of(Draw.words(
                        dice, sizes[l], source, (1 << profile.feedback().bits() - 1) - 1)));
            }
        }
        question.in("w", w).in("B", b);
    }

    /** Adds a sample: spikes, or intensities and the draws that code them. */
    static void sample(Question question, Profile profile, int[] sizes, boolean coded, Dice dice) {
        int layers = sizes.length - 1;
        int steps = profile.time().steps();
        ObjectNode draws = Json.object();
        if (coded) {
            long[] intensities = new long[sizes[0]];
            for (int j = 0; j < intensities.length; j++) {
                intensities[j] = dice.oneIn(3) ? dice.below(256) : dice.of(LEVELS);
            }
            question.in("intensities", intensities);
            draws.putArray("INPUT").add(Json.of(Draw.draws(dice, steps, sizes[0], 8)));
        } else {
            question.in("x", Json.of(Draw.bits(dice, steps, sizes[0])));
        }
        if (profile.trace().rounding() == Rounding.STOCHASTIC) {
            ArrayNode trace = draws.putArray("TRACE");
            for (int l = 1; l <= layers; l++) {
                int columns = profile.trace().mode() == TraceMode.PRE_ONLY ? 1 : sizes[l];
                trace.add(Json.of(Draw.draws(dice, steps, (sizes[l - 1] + 1) * columns, 12)));
            }
        }
        if (profile.error().rounding() == Rounding.STOCHASTIC) {
            learningErrors(draws, profile, sizes, dice);
        }
        if (profile.update().rounding() == Rounding.STOCHASTIC
                && profile.update().accumulatorFraction() > 0) {
            ArrayNode weight = draws.putArray("WEIGHT");
            for (int l = 1; l <= layers; l++) {
                weight.addArray()
                        .add(Json.of(Draw.draws(
                                dice,
                                (sizes[l - 1] + 1) * sizes[l],
                                profile.update().accumulatorFraction())));
            }
        }
        question.in().put("label", dice.below(sizes[layers]));
        question.in().put("sample", dice.below(8));
        question.in("draws", draws);
    }

    private static void learningErrors(ObjectNode draws, Profile profile, int[] sizes, Dice dice) {
        ArrayNode errors = draws.putArray("LEARNING_ERROR");
        ArrayNode fedBack = Json.array();
        int layers = sizes.length - 1;
        for (int l = 1; l <= layers; l++) {
            int shift = l == layers
                    ? profile.error().outputShift()
                    : profile.error().hiddenShift();
            errors.addArray().add(shift > 0 ? Json.of(Draw.draws(dice, sizes[l], shift)) : Json.array());
            int pathShift = profile.feedback().pathShift();
            fedBack.addArray().add(pathShift > 0 ? Json.of(Draw.draws(dice, sizes[l], pathShift)) : Json.array());
        }
        if (profile.feedback().path() == FeedbackPath.LAYERWISE) {
            draws.set("FED_BACK_ERROR", fedBack);
        }
    }

    /** Adds the draws of a sleep. */
    static void sleep(Question question, Profile profile, int[] sizes, Dice dice) {
        int layers = sizes.length - 1;
        int trajectories = profile.sleep().trajectories();
        int steps = trajectories * profile.sleep().steps();
        ObjectNode draws = Json.object();
        ArrayNode rates = draws.putArray("SLEEP_RATE");
        ArrayNode positive = draws.putArray("SLEEP_POSITIVE");
        ArrayNode negative = draws.putArray("SLEEP_NEGATIVE");
        ArrayNode feedback = Json.array();
        for (int l = 1; l < layers; l++) {
            rates.addArray().add(Json.of(Draw.draws(dice, trajectories, 8)));
            positive.add(Json.of(Draw.draws(dice, steps, sizes[l], 8)));
            negative.add(Json.of(Draw.draws(dice, steps, sizes[l], 8)));
            int source = sizes[profile.feedback().path().source(l, layers)];
            feedback.addArray()
                    .add(Json.of(Draw.draws(
                            dice, sizes[l] * source, Math.max(1, profile.sleep().shift()))));
        }
        if (profile.sleep().rounding() == Rounding.STOCHASTIC && profile.sleep().shift() > 0) {
            draws.set("SLEEP_FEEDBACK", feedback);
        }
        question.in("draws", draws);
    }
}
