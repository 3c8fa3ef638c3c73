package org.biograd.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.biograd.house.SpecText;
import org.biograd.kit.CaseStream;
import org.biograd.kit.Generators;
import org.biograd.spec.Clause;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The answers to cases of rules, shipped and drawn, hold what the models written from the text compute from the same
 * weights: the class, the gradient, the new weights.
 */
class RuleAnswersTest {

    private static final int RANDOM = 60;

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"bptt", "ottt-a", "ottt-o", "ottt-a-soft", "desire", "desire-hard", "ttfs", "spide", "ide"})
    @Clause({"RULE-1", "RULE-7", "RULE-8", "RULE-9", "RULE-10"})
    void equalTheModels(String rule) throws IOException {
        String op = "rule." + rule + ".sample";
        int golden = 0;
        for (String line : Files.readAllLines(
                SpecText.root().resolve("spec/src/main/resources/org/biograd/spec/cases/golden/" + op + ".jsonl"))) {
            JsonNode given = json.readTree(line);
            require(rule, given, given.path("out"));
            golden++;
        }
        assertTrue(golden > 20, golden + " cases");
        CaseStream cases = Generators.stream(op, Generators.directed(op) + RANDOM, 7, null);
        for (int i = 0; cases.advance(); i++) {
            if (i >= Generators.directed(op)) {
                require(rule, cases.question(), cases.expected());
            }
        }
    }

    private static void require(String rule, JsonNode question, JsonNode out) {
        int[][] x = matrix(question.at("/in/x"));
        if (rule.equals("ttfs") && !spikesOnce(x)) {
            assertEquals("{\"admitted\":false}", out.toString(), question::toString);
            return;
        }
        int label = question.at("/in/label").asInt();
        long sample = question.at("/in/sample").asLong();
        boolean recurs = rule.equals("spide") || rule.equals("ide");
        Expected expected = rule.equals("ttfs") || recurs
                ? ofPotentials(rule, question, sample, x, label)
                : ofSpikes(rule, question, sample, x, label);
        assertEquals(expected.predicted(), out.path("predicted").asInt(), question::toString);
        for (int l = 1; l < expected.w().length; l++) {
            JsonNode layer = out.path("w").path(l - 1);
            JsonNode w = rule.equals("ottt-o") ? layer.path(layer.size() - 1) : layer;
            if (!rule.equals("ottt-o")) {
                requireSame(expected.g()[l], out.path("G").path(l - 1), "G", question);
            } else if (layer.isEmpty()) {
                throw new AssertionError("no step of " + question);
            }
            requireSame(expected.w()[l], w, "w", question);
        }
        if (recurs) {
            requireSame(expected.r(), out.path("R").path(0), "R", question);
        }
    }

    private record Expected(int predicted, BigInteger[][][] g, BigInteger[][][] w, BigInteger[][] r) {}

    private static Expected ofSpikes(String rule, JsonNode question, long sample, int[][] x, int label) {
        SpikingRuleModel model =
                new SpikingRuleModel(sizes(question), profile(question), settings(question), seed(question));
        set(model.weights(), question);
        int predicted = model.predict(x);
        if (rule.startsWith("ottt")) {
            model.ottt(sample, x, label, rule.equals("ottt-o"));
        } else if (rule.startsWith("desire")) {
            model.desire(sample, x, label);
        } else {
            model.bptt(sample, x, label);
        }
        BigInteger[][][] g = copy(model.gradients());
        if (!rule.equals("ottt-o")) {
            model.update(sample);
        }
        return new Expected(predicted, g, model.weights(), null);
    }

    private static Expected ofPotentials(String rule, JsonNode question, long sample, int[][] x, int label) {
        PotentialRuleModel model =
                new PotentialRuleModel(rule, sizes(question), profile(question), settings(question), seed(question));
        set(model.weights(), question);
        if (model.recurrent() != null) {
            fill(model.recurrent(), question.at("/in/R"));
        }
        int predicted = model.predict(x);
        if (rule.equals("ttfs")) {
            model.ttfs(sample, x, label);
        } else {
            model.equilibrium(sample, x, label);
        }
        BigInteger[][][] g = copy(model.gradients());
        model.update(sample);
        return new Expected(predicted, g, model.weights(), model.recurrent());
    }

    private static boolean spikesOnce(int[][] x) {
        for (int j = 0; j < x[0].length; j++) {
            int count = 0;
            for (int[] step : x) {
                count += step[j];
            }
            if (count > 1) {
                return false;
            }
        }
        return true;
    }

    private static void requireSame(BigInteger[][] expected, JsonNode flat, String signal, JsonNode question) {
        int at = 0;
        for (BigInteger[] row : expected) {
            for (BigInteger value : row) {
                assertEquals(value, big(flat.path(at)), () -> signal + " of " + question);
                at++;
            }
        }
        assertEquals(at, flat.size(), signal);
    }

    /** A word: a number, or its 64 bits in hexadecimal digits. */
    private static BigInteger big(JsonNode node) {
        if (!node.isTextual()) {
            return node.bigIntegerValue();
        }
        BigInteger bits = new BigInteger(node.textValue().substring(2), 16);
        return bits.testBit(63) ? bits.subtract(BigInteger.ONE.shiftLeft(64)) : bits;
    }

    private static void set(BigInteger[][][] weights, JsonNode question) {
        for (int l = 1; l < weights.length; l++) {
            fill(weights[l], question.at("/in/w").path(l - 1));
        }
    }

    private static void fill(BigInteger[][] rows, JsonNode given) {
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < rows[j].length; i++) {
                rows[j][i] = given.path(j).path(i).bigIntegerValue();
            }
        }
    }

    private static BigInteger[][][] copy(BigInteger[][][] layers) {
        BigInteger[][][] copy = new BigInteger[layers.length][][];
        for (int l = 1; l < layers.length; l++) {
            copy[l] = new BigInteger[layers[l].length][];
            for (int j = 0; j < copy[l].length; j++) {
                copy[l][j] = layers[l][j].clone();
            }
        }
        return copy;
    }

    private static int[] sizes(JsonNode question) {
        return row(question.at("/in/sizes"));
    }

    private static int[] row(JsonNode node) {
        int[] row = new int[node.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = node.get(i).asInt();
        }
        return row;
    }

    private static int[][] matrix(JsonNode node) {
        int[][] rows = new int[node.size()][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = row(node.get(t));
        }
        return rows;
    }

    private static Profile profile(JsonNode question) {
        StringBuilder text = new StringBuilder();
        question.at("/params/profile")
                .properties()
                .forEach(field -> text.append(field.getKey())
                        .append(" = ")
                        .append(field.getValue().asText())
                        .append('\n'));
        return ProfileReader.read("case", text.toString());
    }

    private static Map<String, Integer> settings(JsonNode question) {
        Map<String, Integer> settings = new HashMap<>();
        question.at("/params/rule")
                .properties()
                .forEach(field -> settings.put(field.getKey(), field.getValue().asInt()));
        return settings;
    }

    private static long seed(JsonNode question) {
        return big(question.at("/params/seed")).longValue();
    }
}
