package org.biograd.kit.generate.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Draw;
import org.biograd.kit.generate.Question;
import org.biograd.kit.network.ProfileFields;
import org.biograd.kit.rule.RuleSampleOperation;
import org.biograd.spec.profile.Profile;

/** Questions about a sample of one rule: a profile, settings, a shape, weights and spikes, from dice. */
final class RuleQuestions {

    private static final List<String> COMMON = List.of("RULE-1", "RULE-2", "RULE-3", "RULE-9", "LEARN-2", "LEARN-3");
    private static final List<String> SPIKING = List.of("SOMA-1", "SOMA-2", "SOMA-3", "SOMA-4");

    private final String rule;
    private final RuleSampleOperation operation;

    RuleQuestions(String rule) {
        this.rule = rule;
        this.operation = new RuleSampleOperation(rule);
    }

    String rule() {
        return rule;
    }

    boolean recurs() {
        return rule.equals("spide") || rule.equals("ide");
    }

    boolean fires() {
        return rule.equals("ttfs");
    }

    /** The clauses that every case of the rule is about. */
    private String[] clauses() {
        List<String> clauses = new ArrayList<>(COMMON);
        if (!recurs() && !fires()) {
            clauses.addAll(SPIKING);
        }
        String of = switch (rule) {
            case "bptt" -> "RULE-7 GATE-1 BPTT-1 BPTT-2 BPTT-3";
            case "ottt-o" -> "RULE-7 RULE-8 GATE-1 ELIG-1 OTTT-1 OTTT-2 OTTT-4";
            case "ottt-a", "ottt-a-soft" -> "RULE-7 RULE-8 GATE-1 ELIG-1 OTTT-1 OTTT-2 OTTT-3";
            case "ttfs" -> "RULE-7 RULE-10 TTFS-1 TTFS-2 TTFS-3 TTFS-4";
            case "spide" ->
                "RULE-7 RULE-8 RULE-10 SPIDE-1 SPIDE-2 SPIDE-3 SPIDE-4 SPIDE-5 SPIDE-6 SPIDE-7 " + "SPIDE-9";
            case "ide" -> "RULE-7 RULE-8 RULE-10 SPIDE-1 SPIDE-2 SPIDE-4 SPIDE-6 SPIDE-7 SPIDE-9 IDE-1 IDE-2";
            default -> "RULE-7 RULE-8 ELIG-1 DESIRE-1 DESIRE-2 DESIRE-3 DESIRE-4";
        };
        clauses.addAll(Arrays.asList(of.split(" ")));
        return clauses.toArray(String[]::new);
    }

    /** A question whose weights and spikes the dice decide. */
    Question drawn(Profile profile, Map<String, Integer> settings, int[] sizes, boolean strong, Dice dice) {
        Question question = Question.of(clauses());
        question.params().set("profile", ProfileFields.write(profile));
        ObjectNode rules = question.params().putObject("rule");
        new TreeMap<>(settings).forEach(rules::put);
        question.params().set("seed", Json.word(dice.bits()));
        int largest = (1 << profile.weight().bits() - 1) - 1;
        ArrayNode w = Json.array();
        for (int l = 1; l < sizes.length; l++) {
            w.add(matrix(dice, sizes[l - 1] + 1, sizes[l], largest, strong));
        }
        question.in("sizes", Json.of(sizes)).in("w", w);
        if (recurs()) {
            question.in("R", matrix(dice, sizes[1], sizes[1], Math.max(1, largest / dice.of(1, 2, 4, 8)), false));
        }
        int steps = profile.time().steps();
        question.in("x", Json.of(fires() ? firstSpikes(dice, steps, sizes[0]) : Draw.bits(dice, steps, sizes[0])));
        question.in().put("label", dice.below(sizes[sizes.length - 1]));
        question.in().put("sample", dice.below(8));
        return question;
    }

    private static JsonNode matrix(Dice dice, int rows, int columns, int largest, boolean strong) {
        return Json.of(strong ? Draw.strong(dice, rows, columns, largest) : Draw.words(dice, rows, columns, largest));
    }

    private static int[][] firstSpikes(Dice dice, int steps, int size) {
        int[][] x = new int[steps][size];
        for (int j = 0; j < size; j++) {
            int t = dice.oneIn(4) ? dice.of(0, steps - 1, steps) : dice.below(steps + 1);
            if (t < steps) {
                x[t][j] = 1;
            }
        }
        return x;
    }

    /** The answer to a question, or nothing where the rule refuses such a network. */
    Optional<ObjectNode> answer(Question question) {
        try {
            ObjectNode out = operation.answer(question.params(), question.in());
            question.answered(out);
            return Optional.of(out);
        } catch (BadCaseException e) {
            return Optional.empty();
        }
    }

    /**
     * The first of some questions whose answer is as wanted, or the last one that has an answer.
     *
     * @param trials the most questions that are drawn
     * @throws IllegalStateException where none has an answer
     */
    Question first(Supplier<Question> draw, int trials, Predicate<ObjectNode> wanted) {
        Question last = null;
        for (int trial = 0; trial < trials; trial++) {
            Question question = draw.get();
            Optional<ObjectNode> out = answer(question);
            if (out.isPresent()) {
                last = question;
                if (wanted.test(out.get())) {
                    return question;
                }
            }
        }
        if (last == null) {
            throw new IllegalStateException("no network of " + rule + " was admitted in " + trials + " draws");
        }
        return last;
    }

    /** Whether weights of every layer move. */
    static boolean learns(ObjectNode out) {
        for (JsonNode layer : out.path("dW")) {
            if (isZero(layer)) {
                return false;
            }
        }
        return out.has("dW");
    }

    /** Whether nothing but zeros is in a tree. */
    static boolean isZero(JsonNode node) {
        if (!node.isArray()) {
            return node.asLong() == 0;
        }
        for (JsonNode child : node) {
            if (!isZero(child)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a number is in a tree. */
    static boolean holds(JsonNode node, long value) {
        if (!node.isArray()) {
            return node.isIntegralNumber() && node.asLong() == value;
        }
        for (JsonNode child : node) {
            if (holds(child, value)) {
                return true;
            }
        }
        return false;
    }
}
