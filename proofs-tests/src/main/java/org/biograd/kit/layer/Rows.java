package org.biograd.kit.layer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Arrays;
import org.biograd.kit.cases.Json;

/** Matrices in one array, row after row, and as rows. */
public final class Rows {

    private Rows() {}

    public static int[] flat(int[][] rows) {
        int columns = rows[0].length;
        int[] flat = new int[rows.length * columns];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, flat, r * columns, columns);
        }
        return flat;
    }

    public static ArrayNode of(int[] flat, int columns) {
        ArrayNode rows = Json.array();
        for (int r = 0; r < flat.length; r += columns) {
            rows.add(Json.of(Arrays.copyOfRange(flat, r, r + columns)));
        }
        return rows;
    }

    public static ArrayNode of(long[] flat, int columns) {
        ArrayNode rows = Json.array();
        for (int r = 0; r < flat.length; r += columns) {
            rows.add(Json.words(Arrays.copyOfRange(flat, r, r + columns)));
        }
        return rows;
    }
}
