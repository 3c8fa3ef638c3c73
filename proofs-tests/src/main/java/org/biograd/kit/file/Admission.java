package org.biograd.kit.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HexFormat;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;

/** What is refused or admitted, and bytes as text. */
public final class Admission {

    private static final int MOST_BYTES = 1 << 20;

    private Admission() {}

    /** An answer that begins with whether something is admitted. */
    public static ObjectNode of(boolean admitted) {
        return Json.object().put("admitted", admitted);
    }

    static byte[] bytes(JsonNode node, String path) throws BadCaseException {
        String text = Fields.text(node, path);
        if (text.length() > 2 * MOST_BYTES) {
            throw Fields.wrong(node, path, "at most " + MOST_BYTES + " bytes are needed");
        }
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw Fields.wrong(node, path, "two hexadecimal digits a byte are needed");
        }
    }
}
