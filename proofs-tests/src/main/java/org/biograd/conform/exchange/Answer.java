package org.biograd.conform.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.cases.Text;

/**
 * One line of the tested program.
 *
 * @param id the case that it answers, or null where it names none; seen even where the line is not valid
 * @param out the answer, a missing node where there is none
 * @param error why there is no answer, or null where the program does not say
 * @param problem why the line is not an object with an id, or null where it is one
 * @param json whether it is a JSON object at all
 */
public record Answer(String id, JsonNode out, String error, String problem, boolean json) {

    private static final int MAX_LOOK = 1 << 16;
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"\\\\]{1,256})\"");

    private static final ObjectReader READER =
            CaseJson.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What a line says. */
    public static Answer read(byte[] line) {
        JsonNode node;
        try {
            node = READER.readTree(line, 0, line.length);
        } catch (JsonProcessingException e) {
            return new Answer(id(line), null, null, "not valid JSON: " + Text.shorten(e.getOriginalMessage()), false);
        } catch (IOException e) {
            return new Answer(id(line), null, null, "not text in UTF-8", false);
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

    /** The id of a line that is not valid, where it can be seen, for example beside a NaN. */
    private static String id(byte[] line) {
        Matcher id = ID.matcher(new String(line, 0, Math.min(line.length, MAX_LOOK), StandardCharsets.ISO_8859_1));
        return id.find() ? id.group(1) : null;
    }

    /** Whether a line that cannot be told to be the answer of a case at least looks like one. */
    static boolean looksLikeOne(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t') {
                return b == '{';
            }
        }
        return false;
    }

    private static String words(JsonNode error) {
        return error.isTextual() ? Text.shorten(error.textValue()) : Text.describe(error);
    }

    private static Answer bad(String problem, boolean json) {
        return new Answer(null, null, null, problem, json);
    }
}
