package org.biograd.conform.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.cases.Text;

/**
 * One line of the tested program.
 *
 * @param id the case that it answers, or null where it names none
 * @param out the answer, a missing node where there is none
 * @param error why there is no answer, or null where the program does not say
 * @param problem why the line is not an object with an id, or null where it is one
 * @param json whether it is a JSON object at all
 */
public record Answer(String id, JsonNode out, String error, String problem, boolean json) {

    private static final ObjectReader READER =
            CaseJson.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What a line says. */
    public static Answer read(byte[] line) {
        JsonNode node;
        try {
            node = READER.readTree(line, 0, line.length);
        } catch (JsonProcessingException e) {
            return bad(Text.shorten(e.getOriginalMessage()), false);
        } catch (IOException e) {
            return bad("not text in UTF-8", false);
        }
        if (!node.isObject()) {
            return bad(Text.describe(node) + " instead of an object", false);
        }
        JsonNode id = node.path("id");
        if (!id.isTextual()) {
            return bad("id: " + Text.describe(id) + "; the string that the case has is needed", true);
        }
        JsonNode error = node.path("error");
        boolean answers = !node.path("out").isMissingNode();
        return new Answer(
                id.textValue(), node.path("out"), error.isMissingNode() || answers ? null : words(error), null, true);
    }

    private static String words(JsonNode error) {
        return error.isTextual() ? Text.shorten(error.textValue()) : Text.describe(error);
    }

    private static Answer bad(String problem, boolean json) {
        return new Answer(null, null, null, problem, json);
    }
}
