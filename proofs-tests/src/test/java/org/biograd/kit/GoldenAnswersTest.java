package org.biograd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import org.biograd.house.SpecText;
import org.biograd.spec.Clause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped cases of words, neurons, synapses and learning hold what a model in unbounded integers computes. */
@Clause({
    "WORD-1", "WORD-2", "WORD-3", "WORD-4", "WORD-5", "WORD-6", "WORD-7", "DRAW-1", "DRAW-2", "DRAW-3", "DRAW-4",
    "GATE-1", "ELIG-1", "ELIG-2", "ELIG-3", "ELIG-4", "ELIG-5", "ERR-2", "ERR-3", "ERR-4", "ERR-5", "ERR-6", "ERR-7",
    "LEARN-1", "LEARN-2", "LEARN-3", "SLEEP-4", "CHIP-2", "CHIP-3", "CHIP-4", "CHIP-5", "CHIP-8", "ENG-3"
})
class GoldenAnswersTest {

    // learning.productSeries has a model of its own: LearningModel.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "round.shift",
                "word.wrap",
                "word.saturate",
                "decay",
                "random.philox",
                "random.draw",
                "softmax.integer",
                "lif.run",
                "gate",
                "errorNeuron.run",
                "dendrite.run",
                "synapse.weight",
                "trace.step",
                "eligibility.run",
                "weight.update",
                "sleep.update"
            })
    void equalTheModel(String op) throws IOException {
        ObjectMapper json = new ObjectMapper();
        int cases = 0;
        for (String line : Files.readAllLines(
                SpecText.root().resolve("spec/src/main/resources/org/biograd/spec/cases/golden/" + op + ".jsonl"))) {
            JsonNode given = json.readTree(line);
            if (given.path("params").has("emulator")) {
                // The variants have models of their own: CompartmentModel, LearningModel, PeerCases.
                continue;
            }
            JsonNode expected = AnswerModel.answer(op, given.path("params"), given.path("in"));
            assertEquals(expected, numbers(given.path("out")), line);
            cases++;
        }
        assertTrue(cases > 20, cases + " cases");
    }

    /** The same with every word as a big integer, whichever form it has. */
    private static JsonNode numbers(JsonNode node) {
        if (node.isObject()) {
            var object = AnswerModel.object();
            node.properties().forEach(field -> object.set(field.getKey(), numbers(field.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = AnswerModel.array();
            node.forEach(entry -> array.add(numbers(entry)));
            return array;
        }
        return AnswerModel.number(AnswerModel.big(node));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0xffffffffffffffff", "0xFFFFFFFFFFFFFFFF"})
    void aHexadecimalWordIsReadAsTwosComplement(String text) {
        assertEquals(
                BigInteger.ONE.negate(),
                AnswerModel.big(AnswerModel.array().add(text).get(0)));
    }
}
