package org.biograd.kit.layer;

import com.fasterxml.jackson.databind.JsonNode;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;

/** Reads draws of up to 32 bits as the ints that hold these bits. */
final class Drawn {

    private Drawn() {}

    /** Rows of draws in one array. */
    static int[] rows(JsonNode node, String path, int rows, int columns, int bits) throws BadCaseException {
        Fields.array(node, path, rows, "row of draws each");
        int[] draws = new int[rows * columns];
        for (int r = 0; r < rows; r++) {
            System.arraycopy(row(node.get(r), path + "[" + r + "]", columns, bits), 0, draws, r * columns, columns);
        }
        return draws;
    }

    /** One row. */
    static int[] row(JsonNode node, String path, int size, int bits) throws BadCaseException {
        Fields.array(node, path, size, "draw each");
        long[] row = Fields.words(node, path, size, 0, (1L << bits) - 1);
        int[] draws = new int[size];
        for (int i = 0; i < size; i++) {
            draws[i] = (int) row[i];
        }
        return draws;
    }
}
