package org.biograd.kit.hex;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.biograd.spec.DrawStream;
import org.biograd.spec.ErrorFunction;
import org.biograd.spec.Rounding;

/**
 * Cases as rows: one word a row, its fields divided by underscores, negative numbers in two's complement. A header in
 * comments names the fields. A row is one value, one block, or one step with its case's constants; the first row of a
 * case is marked.
 */
public final class HexRows {

    private static final int LANES = 12;
    private static final int FEW = 4;
    private static final Map<String, HexRows> ALL = new TreeMap<>();

    static {
        ALL.put(
                "round.shift",
                new HexRows(
                        "x",
                        HexColumn.name("mode", Rounding.class),
                        HexColumn.constant("k", 2),
                        HexColumn.entry("in", "x", 16),
                        HexColumn.entry("in", "draw", 8),
                        HexColumn.entry("out", "y", 16)));
        ALL.put(
                "word.wrap",
                new HexRows(
                        "x",
                        HexColumn.constant("bits", 2),
                        HexColumn.entry("in", "x", 16),
                        HexColumn.entry("out", "y", 16)));
        ALL.put(
                "word.saturate",
                new HexRows(
                        "x",
                        HexColumn.constant("signed", 1),
                        HexColumn.constant("bits", 2),
                        HexColumn.entry("in", "x", 16),
                        HexColumn.entry("out", "y", 16)));
        ALL.put(
                "decay",
                new HexRows(
                        "x",
                        HexColumn.constant("factor", 4),
                        HexColumn.entry("in", "x", 16),
                        HexColumn.entry("out", "y", 16)));
        ALL.put(
                "random.philox",
                new HexRows(
                        "counter",
                        lanes(
                                lanes(lanes(new ArrayList<>(), "in", "counter", 4, 8), "in", "key", 2, 8),
                                "out",
                                "words",
                                4,
                                8)));
        ALL.put(
                "random.draw",
                new HexRows(
                        "index",
                        HexColumn.constant("seed", 16),
                        new HexColumn(
                                "stream",
                                2,
                                (whole, row) -> DrawStream.valueOf(whole.path("params")
                                                .path("stream")
                                                .textValue())
                                        .code()),
                        HexColumn.constant("layer", 4),
                        HexColumn.constant("sample", 8),
                        HexColumn.constant("step", 8),
                        HexColumn.constant("bits", 2),
                        HexColumn.entry("in", "index", 8),
                        HexColumn.entry("out", "draw", 8)));
        ALL.put("softmax.integer", new HexRows("o", softmax()));
        ALL.put(
                "lif.run",
                new HexRows(
                        "a",
                        HexColumn.first(),
                        HexColumn.constant("decayU", 4),
                        HexColumn.constant("decayV", 4),
                        HexColumn.constant("vthMant", 5),
                        HexColumn.constant("refractory", 2),
                        HexColumn.constant("biasMant", 4),
                        HexColumn.constant("biasExp", 1),
                        HexColumn.entry("in", "a", 10),
                        HexColumn.entry("out", "u", 6),
                        HexColumn.entry("out", "v", 6),
                        HexColumn.entry("out", "s", 1)));
        ALL.put(
                "gate",
                new HexRows(
                        "v",
                        HexColumn.constant("soma.threshold", 8),
                        HexColumn.constant("soma.window", 8),
                        HexColumn.entry("in", "v", 8),
                        HexColumn.entry("out", "g", 1)));
        ALL.put("errorNeuron.run", new HexRows("e", errorNeuron()));
        ALL.put("dendrite.run", new HexRows("sp", dendrite()));
    }

    private final String rows;
    private final List<HexColumn> columns;

    private HexRows(String rows, HexColumn... columns) {
        this(rows, List.of(columns));
    }

    private HexRows(String rows, List<HexColumn> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    private static List<HexColumn> lanes(List<HexColumn> columns, String part, String name, int lanes, int digits) {
        for (int place = 0; place < lanes; place++) {
            columns.add(HexColumn.lane(part, name, place, digits));
        }
        return columns;
    }

    private static HexColumn size(String name, String part, String array) {
        return new HexColumn(
                name, 2, (whole, row) -> whole.path(part).path(array).path(0).size());
    }

    private static List<HexColumn> softmax() {
        List<HexColumn> columns = new ArrayList<>();
        columns.add(HexColumn.name("error.function", ErrorFunction.class));
        columns.add(HexColumn.constant("error.fraction", 2));
        columns.add(size("outputs", "in", "o"));
        columns.add(HexColumn.entry("in", "label", 2));
        columns.add(HexColumn.entry("in", "t", 4));
        lanes(columns, "in", "o", LANES, 4);
        return lanes(columns, "out", "e", LANES, 6);
    }

    private static List<HexColumn> errorNeuron() {
        List<HexColumn> columns = new ArrayList<>();
        columns.add(HexColumn.first());
        columns.add(HexColumn.constant("error.fraction", 2));
        columns.add(HexColumn.constant("error.potentialBits", 2));
        columns.add(size("outputs", "in", "e"));
        for (String state : List.of("p", "n", "sp", "sn")) {
            for (int k = 0; k < FEW; k++) {
                columns.add(HexColumn.state("in", state, k, state.length() == 1 ? 8 : 1));
            }
        }
        lanes(columns, "in", "e", FEW, 6);
        for (String signal : List.of("p", "n", "sp", "sn")) {
            lanes(columns, "out", signal, FEW, signal.length() == 1 ? 8 : 1);
        }
        return columns;
    }

    /** The feedback weights, learning errors and draws of a case stand in each of its rows. */
    private static List<HexColumn> dendrite() {
        List<HexColumn> columns = new ArrayList<>();
        columns.add(HexColumn.first());
        columns.add(new HexColumn(
                "last", 1, (whole, row) -> row == whole.path("in").path("sp").size() - 1 ? 1 : 0));
        columns.add(new HexColumn("hidden", 1, (whole, row) -> whole.path("in").has("B") ? 1 : 0));
        columns.add(HexColumn.constant("error.dendriteBits", 2));
        columns.add(HexColumn.constant("error.learningBits", 2));
        columns.add(new HexColumn(
                "shift",
                2,
                (whole, row) -> whole.path("params")
                        .path(whole.path("in").has("B") ? "error.hiddenShift" : "error.outputShift")
                        .longValue()));
        columns.add(HexColumn.name("error.rounding", Rounding.class));
        columns.add(size("outputs", "in", "sp"));
        columns.add(new HexColumn(
                "neurons", 2, (whole, row) -> whole.path("out").path("q").size()));
        lanes(columns, "in", "sp", FEW, 1);
        lanes(columns, "in", "sn", FEW, 1);
        for (int i = 0; i < LANES; i++) {
            int neuron = i;
            for (int k = 0; k < FEW; k++) {
                int output = k;
                columns.add(new HexColumn(
                        "B" + i + "_" + k,
                        6,
                        (whole, row) -> whole.path("in")
                                .path("B")
                                .path(neuron)
                                .path(output)
                                .longValue()));
            }
            columns.add(HexColumn.state("in", "D", i, 8));
            columns.add(HexColumn.state("in", "draw", i, 8));
            columns.add(HexColumn.lane("out", "D", i, 8));
            columns.add(new HexColumn(
                    "q" + i,
                    6,
                    (whole, row) -> whole.path("out").path("q").path(neuron).longValue()));
        }
        return columns;
    }

    /** The operations whose cases have rows. */
    public static Set<String> operations() {
        return ALL.keySet();
    }

    /**
     * The rows of an operation.
     *
     * @throws IllegalArgumentException where its cases have none
     */
    public static HexRows of(String op) {
        HexRows rows = ALL.get(op);
        if (rows == null) {
            throw new IllegalArgumentException(
                    "cases of " + op + " have no rows of words; those of " + String.join(", ", operations()) + " have");
        }
        return rows;
    }

    /** Comments that name the fields, first to last, with their bits. */
    public String header(String op) {
        StringBuilder header = new StringBuilder("// " + op + ": one row a word, to be read with $readmemh\n//");
        int bits = 0;
        for (HexColumn column : columns) {
            header.append(' ').append(column.name()).append(':').append(4 * column.digits());
            bits += 4 * column.digits();
        }
        return header.append("\n// ").append(bits).append(" bits a row\n").toString();
    }

    /**
     * The rows of a case with its answer, each ended by a line end; none where the case asks for a variant of an
     * emulator, whose words may be wider than the chip's.
     */
    public String of(ObjectNode whole) {
        if (whole.path("params").has("emulator")) {
            return "";
        }
        JsonNode array = whole.path("in").path(rows);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < array.size(); row++) {
            for (int c = 0; c < columns.size(); c++) {
                HexColumn column = columns.get(c);
                text.append(c == 0 ? "" : "_")
                        .append(HexFormat.of().toHexDigits(column.value().of(whole, row), column.digits()));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
