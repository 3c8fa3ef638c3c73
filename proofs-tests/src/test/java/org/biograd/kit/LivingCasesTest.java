package org.biograd.kit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many random cases of networks decide something. The shares stand in the text (cases.md); idle networks are kept
 * on purpose, one in ten.
 */
class LivingCasesTest {

    private static final int CASES = Integer.getInteger("biograd.living", 400);
    private static final double MOST = 0.80;
    private static final double SOME = 0.02;

    private int living;
    private int counted;

    /** Random cases by operation: the search for a living one takes longer than to look at it twice. */
    private static final Map<String, List<Drawn>> DRAWN = new HashMap<>();

    private record Drawn(ObjectNode question, ObjectNode out) {}

    private static List<Drawn> draw(String op, int random) {
        List<Drawn> drawn = new ArrayList<>();
        CaseStream cases = Generators.stream(op, Generators.directed(op) + random, 1, null);
        for (int i = 0; cases.advance(); i++) {
            if (i >= Generators.directed(op)) {
                drawn.add(new Drawn(cases.question(), cases.expected()));
            }
        }
        return drawn;
    }

    private interface Count {
        void of(ObjectNode question, ObjectNode out);
    }

    private void count(boolean lives) {
        counted++;
        living += lives ? 1 : 0;
    }

    private void each(String op, String what, Count count) {
        each(op, what, CASES, count);
    }

    private void each(String op, String what, int random, Count count) {
        living = 0;
        counted = 0;
        DRAWN.computeIfAbsent(op, any -> draw(op, random)).forEach(one -> count.of(one.question(), one.out()));
        System.out.println(op + ": " + what + " in " + living + " of " + counted);
        assertTrue(counted > random / 20, what + ": too few cases: " + counted);
        assertTrue(living >= MOST * counted, what + " in " + living + " of " + counted);
        assertTrue(counted - living >= SOME * counted, "no idle case is left: " + what);
    }

    private static boolean moves(JsonNode layer) {
        for (JsonNode change : layer) {
            if (change.isArray() ? moves(change) : change.asLong() != 0) {
                return true;
            }
        }
        return false;
    }

    @Test
    void samplesMoveAHiddenWeight() {
        each("network.sample", "a hidden weight moves", (question, out) -> {
            if (out.path("dW").size() > 1) {
                count(moves(out.path("dW").get(0)));
            }
        });
    }

    @Test
    void layerwiseSamplesMoveTheFirstOfTwoHiddenLayers() {
        each("network.sample", "layer 1 of two hidden ones moves, layerwise", (question, out) -> {
            if (out.path("dW").size() > 2 && out.has("c")) {
                count(moves(out.path("dW").get(0)));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"bptt", "ottt-a", "ottt-o", "ottt-a-soft", "desire", "desire-hard", "ttfs", "spide", "ide"})
    void samplesOfRulesMoveAHiddenWeight(String rule) {
        each("rule." + rule + ".sample", "a hidden weight moves", CASES / 4, (question, out) -> {
            if (out.path("dW").size() > 1) {
                count(moves(out.path("dW").get(0)));
            }
        });
    }

    @Test
    void sleepsChangeFeedbackWeights() {
        each(
                "network.sleep",
                "B changes",
                (question, out) -> count(!out.path("B").equals(question.at("/in/B"))));
    }

    @Test
    void trainingsMoveAtEveryCheckpoint() {
        each("training.digest", "the digest moves at every checkpoint", (question, out) -> {
            Set<String> digests = new HashSet<>();
            out.path("checkpoints")
                    .forEach(one -> digests.add(one.path("digest").textValue()));
            count(!digests.isEmpty()
                    && digests.size() == out.path("checkpoints").size());
        });
    }

    @Test
    void startsAreAlignedWithRemaindersOfBothSigns() {
        Set<String> kinds = new HashSet<>();
        int aligned = 0;
        int all = 0;
        CaseStream cases = Generators.stream("network.start", Generators.directed("network.start") + CASES, 1, null);
        while (cases.advance()) {
            ObjectNode question = cases.question();
            JsonNode profile = question.at("/params/profile");
            all++;
            if (profile.path("feedback.start").asText().equals("ALIGNED")) {
                aligned++;
                kinds.add("hidden layers " + (question.at("/in/sizes").size() - 2));
                kinds.add("shift " + (profile.path("weight.shift").asInt() > 0));
                kinds.add("fraction " + (profile.path("feedback.fraction").asInt() > 0));
                kinds.add("a power of two "
                        + (Integer.bitCount(profile.path("soma.voltageOne").asInt()) == 1));
                for (JsonNode layer : cases.expected().path("B")) {
                    for (JsonNode row : layer) {
                        row.forEach(b -> kinds.add("sign " + Integer.signum(b.asInt())));
                    }
                }
            }
        }
        assertTrue(aligned > all / 3, aligned + " of " + all);
        assertTrue(
                kinds.containsAll(Set.of(
                        "hidden layers 1",
                        "hidden layers 2",
                        "hidden layers 3",
                        "shift true",
                        "shift false",
                        "fraction true",
                        "fraction false",
                        "a power of two true",
                        "a power of two false",
                        "sign 1",
                        "sign -1")),
                kinds.toString());
    }
}
