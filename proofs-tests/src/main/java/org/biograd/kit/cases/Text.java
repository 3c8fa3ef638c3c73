package org.biograd.kit.cases;

import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.JsonNode;

/** Words for values that somebody else wrote: short, and without anything that a terminal would obey. */
public final class Text {

    private static final int MAX_LENGTH = 120;

    private Text() {}

    /** At most 120 characters and three dots; what a terminal would obey as question marks. */
    public static String shorten(String text) {
        String plain = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
        return plain.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    }

    /** What a value is, for a message. */
    public static String describe(JsonNode node) {
        if (node == null || node.isMissingNode()) {
            return "missing";
        }
        if (node.isArray()) {
            return "an array of " + node.size();
        }
        if (node.isObject()) {
            return "an object";
        }
        if (node.isTextual()) {
            return "\"" + shorten(node.textValue()) + "\"";
        }
        return node.isDouble() ? number(node.doubleValue()) : shorten(node.asText());
    }

    /** The shortest decimal that reads back as the same double; on every Java the same one. */
    public static String number(double value) {
        return NumberOutput.toString(value, true);
    }
}
