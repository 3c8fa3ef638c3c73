package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Known mistakes: for each a case that the spec passes and the mistake fails. */
@Clause({"ENG-1", "ENG-2", "ENG-4", "ENG-9"})
class LearningDefectsTest {

    private static String cases() throws IOException {
        try (InputStream in = LearningDefectsTest.class.getResourceAsStream("defects.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theSpecPassesAll() throws IOException {
        List<String> summary = LearningCases.pass(cases());
        assertTrue(summary.contains("trace.step: 3 of 3 cases passed"), summary.toString());
        assertTrue(summary.contains("learning.productSeries: 2 of 2 cases passed"), summary.toString());
        assertEquals(LearningDefect.values().length, cases().lines().count());
    }

    @ParameterizedTest
    @EnumSource(LearningDefect.class)
    void theMistakeFails(LearningDefect defect) throws IOException {
        JsonNode given = null;
        ObjectMapper json = new ObjectMapper();
        for (String line : cases().lines().toList()) {
            JsonNode each = json.readTree(line);
            given = each.get("id").textValue().equals(defect.id()) ? each : given;
        }
        JsonNode expected = given.get("out");
        JsonNode wrong = defect.answer(given.get("params"), given.get("in"));
        assertNotEquals(expected, wrong, defect + " is not caught");
        // It is that mistake and nothing else: some values are right.
        List<String> right = new ArrayList<>();
        List<String> differing = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : wrong.properties()) {
            JsonNode values = expected.get(field.getKey());
            assertEquals(values.size(), field.getValue().size());
            for (int i = 0; i < values.size(); i++) {
                (values.get(i).equals(field.getValue().get(i)) ? right : differing).add(field.getKey() + "[" + i + "]");
            }
        }
        assertFalse(right.isEmpty() || differing.isEmpty(), defect + ": right " + right + ", wrong " + differing);
    }
}
