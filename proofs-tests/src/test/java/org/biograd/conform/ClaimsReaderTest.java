package org.biograd.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.biograd.kit.cases.CaseJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims are read strictly, and exclude what they do not name. */
class ClaimsReaderTest {

    private static final Set<String> OPERATIONS = Set.of("decay", "lif.run");

    private static Claims read(String json) {
        return ClaimsReader.read(json.getBytes(StandardCharsets.UTF_8), OPERATIONS);
    }

    private static boolean admits(Claims claims, String json) throws JsonProcessingException {
        JsonNode question = CaseJson.mapper().readTree(json);
        return claims.bounds().admit(question.path("op").asText(), question.path("params"), question.path("in"));
    }

    @Test
    void whatIsClaimedIsRead() {
        Claims claims = read(
                "{\"name\":\"chip\",\"version\":\"2\",\"operations\":[\"decay\"],\"profiles\":[\"tiny\",\"loihi\"],"
                        + "\"emulators\":[],"
                        + "\"limits\":{\"maxSteps\":64,\"widths\":[8,24]},\"events\":false}");
        assertEquals(
                new Claims(
                        "chip",
                        "2",
                        Optional.of(Set.of("decay")),
                        Optional.of(List.of("tiny", "loihi")),
                        Optional.of(Set.of()),
                        OptionalInt.of(64),
                        Optional.of(Set.of(8, 24)),
                        false),
                claims);
        assertEquals(Claims.ALL, read("{}"));
    }

    @Test
    void whatIsNotClaimedIsExcluded() throws Exception {
        Claims claims = read(
                "{\"operations\":[\"lif.run\"],\"emulators\":[\"lava\"],\"limits\":{\"maxSteps\":2,\"widths\":[24]}}");
        assertEquals(Optional.empty(), claims.excludes("lif.run"));
        assertEquals(Optional.of("not claimed"), claims.excludes("decay"));
        assertTrue(admits(claims, "{\"op\":\"lif.run\",\"params\":{},\"in\":{\"a\":[1,2]}}"));
        assertFalse(admits(claims, "{\"op\":\"lif.run\",\"params\":{},\"in\":{\"a\":[1,2,3]}}"));
        assertTrue(admits(claims, "{\"op\":\"lif.run\",\"params\":{\"emulator\":\"lava\"},\"in\":{\"a\":[1]}}"));
        assertFalse(admits(claims, "{\"op\":\"lif.run\",\"params\":{\"emulator\":\"nengo\"},\"in\":{\"a\":[1]}}"));
        assertTrue(admits(claims, "{\"op\":\"decay\",\"params\":{\"bits\":24},\"in\":{\"x\":[1,2,3]}}"));
        assertFalse(admits(claims, "{\"op\":\"decay\",\"params\":{\"bits\":25},\"in\":{}}"));
        for (String op : OPERATIONS) {
            assertEquals(Optional.empty(), Claims.ALL.excludes(op));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "[1]; an array of 1",
                "{; not valid JSON",
                "{} {}; not valid JSON",
                "{\"operation\":[\"decay\"]}; field operation: unknown",
                "{\"limits\":{\"steps\":3}}; field limits.steps: unknown",
                "{\"limits\":3}; field limits: 3",
                "{\"operations\":[\"decay\",\"delay\"]}; field operations[1]: \"delay\"",
                "{\"operations\":[\"decay\",\"decay\"]}; claimed already",
                "{\"operations\":[]}; field operations",
                "{\"operations\":\"all\"}; field operations",
                "{\"profiles\":[\"mine\"]}; field profiles[0]",
                "{\"emulators\":[\"Lava\"]}; field emulators[0]",
                "{\"limits\":{\"maxSteps\":0}}; field limits.maxSteps: 0",
                "{\"limits\":{\"widths\":[65]}}; field limits.widths[0]: 65",
                "{\"name\":7}; field name: 7",
                "{\"events\":0}; field events: 0"
            })
    void whatIsWrongIsRefused(String json, String why) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> read(json)).getMessage();
        assertTrue(message.contains(why), message);
    }
}
