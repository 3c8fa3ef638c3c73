package org.biograd.kit.hex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.biograd.kit.cases.Json;

/**
 * One field of a row.
 *
 * @param name what the header calls it
 * @param digits how many hexadecimal digits it has
 * @param value gives it for a row
 */
record HexColumn(String name, int digits, Value value) {

    /** Gives the value of a column. */
    @FunctionalInterface
    interface Value {
        long of(ObjectNode whole, int row);
    }

    /** A constant of the case. */
    static HexColumn constant(String name, int digits) {
        return new HexColumn(
                name, digits, (whole, row) -> number(whole.path("params").path(name)));
    }

    /** Entry number {@code row} of an array; 0 where there is none. */
    static HexColumn entry(String part, String name, int digits) {
        return new HexColumn(
                name, digits, (whole, row) -> number(whole.path(part).path(name).path(row)));
    }

    /** One place of entry number {@code row} of an array of arrays; 0 where there is none. */
    static HexColumn lane(String part, String name, int place, int digits) {
        return new HexColumn(
                name + place,
                digits,
                (whole, row) -> number(whole.path(part).path(name).path(row).path(place)));
    }

    /** One entry of an array, the same in all rows; 0 where there is none. */
    static HexColumn state(String part, String name, int place, int digits) {
        return new HexColumn(
                name + "_before" + place,
                digits,
                (whole, row) -> number(whole.path(part).path(name).path(place)));
    }

    /** 1 in the first row of a case, else 0. */
    static HexColumn first() {
        return new HexColumn("first", 1, (whole, row) -> row == 0 ? 1 : 0);
    }

    /** A number, true as 1, the number of an enumeration's constant by its name; 0 where nothing is. */
    static <E extends Enum<E>> HexColumn name(String name, Class<E> type) {
        return new HexColumn(
                name,
                1,
                (whole, row) -> Enum.valueOf(
                                type, whole.path("params").path(name).textValue())
                        .ordinal());
    }

    private static long number(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue() ? 1 : 0;
        }
        return Json.isHex(node) ? Json.hex(node) : node.longValue();
    }
}
