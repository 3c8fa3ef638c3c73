package org.biograd.kit.generate.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Operation;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Question;
import org.biograd.spec.FeedbackStart;

/**
 * Draws networks until one lives, so that a case decides something: most networks drawn blindly never spike, and a
 * mistake in what they would have learned stays unseen. One case in {@value #IDLE_EVERY} is taken as it is drawn.
 */
final class Life {

    /** Once in so many cases an idle network is as good as any. */
    static final int IDLE_EVERY = 10;

    private static final int TRIALS = 40;

    private Life() {}

    /** Whether this case may be idle. */
    static boolean mayBeIdle(Dice dice) {
        return dice.oneIn(IDLE_EVERY);
    }

    /**
     * The first of some questions whose answer lives, or the last of them.
     *
     * @param draw makes a question from dice, another one at each call
     * @param operation answers it
     * @param lives whether an answer does
     */
    static Question first(Supplier<Question> draw, Operation operation, Predicate<ObjectNode> lives) {
        Question question = draw.get();
        for (int trial = 1; trial < TRIALS && !lives(question, operation, lives); trial++) {
            question = draw.get();
        }
        return question;
    }

    private static boolean lives(Question question, Operation operation, Predicate<ObjectNode> lives) {
        try {
            ObjectNode out = operation.answer(question.params(), question.in());
            question.answered(out);
            return lives.test(out);
        } catch (BadCaseException e) {
            throw new IllegalStateException("a question was drawn that is none: " + e.getMessage(), e);
        }
    }

    /** Of a sample: weights of every layer move, in most cases; a layer that cannot move hides what is below it. */
    static boolean learns(ObjectNode out) {
        for (JsonNode layer : out.path("dW")) {
            if (isZero(layer)) {
                return false;
            }
        }
        return true;
    }

    /** Of a sleep: the feedback weights of every hidden layer change. */
    static boolean dreams(Question question, ObjectNode out) {
        for (int l = 0; l < out.path("B").size(); l++) {
            if (out.path("B").get(l).equals(question.in().path("B").path(l))) {
                return false;
            }
        }
        return true;
    }

    /** Of a training: the digest differs from checkpoint to checkpoint. */
    static boolean moves(ObjectNode out) {
        JsonNode before = null;
        for (JsonNode checkpoint : out.path("checkpoints")) {
            JsonNode digest = checkpoint.path("digest");
            if (digest.equals(before)) {
                return false;
            }
            before = digest;
        }
        return before != null;
    }

    /** Of a start: some aligned feedback weight is neither 0 nor at its limit, in each hidden layer. */
    static boolean isAligned(Question question, ObjectNode out) {
        JsonNode profile = question.params().path("profile");
        int largest = (1 << profile.path("feedback.bits").asInt() - 1) - 1;
        boolean random = profile.path("feedback.start").asText().equals(FeedbackStart.RANDOM.name());
        for (JsonNode layer : out.path("B")) {
            boolean some = random;
            for (JsonNode row : layer) {
                for (JsonNode b : row) {
                    some |= b.asInt() != 0 && Math.abs(b.asInt()) < largest;
                }
            }
            if (!some) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(JsonNode values) {
        for (JsonNode value : values) {
            if (value.asLong() != 0) {
                return false;
            }
        }
        return true;
    }
}
