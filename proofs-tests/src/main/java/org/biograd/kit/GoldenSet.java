package org.biograd.kit;

import java.io.IOException;
import java.nio.file.Path;
import org.biograd.kit.hex.HexRows;

/** The small set of cases that the project ships: all directed ones, and a few random ones. */
public final class GoldenSet {

    private static final long SEED = 1;
    private static final int[] RANDOM = {10, 10, 10, 10, 4, 2};

    private GoldenSet() {}

    /**
     * Writes the set, its rows of words and its manifest.
     *
     * @param folder is created where it is not there
     * @throws IOException where it cannot be written
     */
    public static void write(Path folder) throws IOException {
        VectorFiles files = new VectorFiles(folder);
        for (String op : Generators.operations()) {
            long cases = Generators.directed(op) + RANDOM[Generators.level(op)];
            files.add(op, cases, SEED, null);
            if (HexRows.operations().contains(op)) {
                files.addHex(op, cases, SEED, null);
            }
        }
        files.finish();
    }
}
