package org.biograd.study.cost;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVPrinter;
import org.biograd.io.CsvText;
import org.biograd.loihi.cost.Bill;
import org.biograd.loihi.cost.Price;
import org.biograd.loihi.placement.Chip;
import org.biograd.loihi.placement.Core;

/**
 * The files of a cost run. All figures in them are exact: counts, and totals in picojoules and nanoseconds with one
 * decimal.
 */
public final class CostFiles {

    private static final List<String> CSV_HEAD = List.of(
            "phase",
            "parts",
            "term",
            "count",
            "picojoule_each",
            "picojoule",
            "nanosecond_each",
            "slowest_core_nanosecond",
            "basis",
            "source");

    private CostFiles() {}

    /** Everything, as JSON. */
    public static String json(CostResult result) {
        ObjectNode root = object();
        root.put("profile", result.placement().blueprint().profile().name());
        root.put("shape", result.placement().blueprint().shape().toString());
        root.put("seed", new BigInteger(Long.toUnsignedString(result.settings().seed())));
        root.put("epochs", result.settings().epochs());
        root.put("sleep", result.settings().sleep().name());
        root.set("placement", placement(result));
        ObjectNode bills = root.putObject("bills");
        bills.set("training", bill(result, result.training(), result.settings().samples()));
        bills.set("sleep", bill(result, result.sleep(), 1));
        bills.set("test", bill(result, result.test(), result.testSamples()));
        ArrayNode words = root.putArray("notes");
        CostWords.of(result).forEach(words::add);
        return root.toPrettyString().replace("\r", "") + "\n";
    }

    private static ObjectNode placement(CostResult result) {
        Chip chip = result.placement().chip();
        ObjectNode node = object();
        node.put("chips", chip.chips());
        node.put("tilesInUse", result.placement().tiles());
        ArrayNode cores = node.putArray("cores");
        for (Core core : result.placement().cores()) {
            ObjectNode each = cores.addObject();
            each.put("core", core.number());
            each.put("compartments", core.compartments());
            each.put("inputAxons", core.inputAxons());
            each.put("outputAxons", core.outputAxons());
            each.put("synapticBits", core.synapticBits());
            core.holds().forEach(each.withArray("holds")::add);
        }
        return node;
    }

    private static ObjectNode bill(CostResult result, Bill bill, int parts) {
        ObjectNode node = object();
        node.put("parts", parts);
        node.put("picojoule", tenths(bill.energy()));
        node.put("nanosecond", tenths(bill.time()));
        node.put("nanosecondShortestBarrier", tenths(bill.leastTime()));
        ArrayNode leftOut = node.putArray("leftOut");
        bill.leftOut().forEach(term -> leftOut.add(term.words()));
        ArrayNode terms = node.putArray("terms");
        for (Bill.Line line : bill.lines()) {
            Price price = result.prices().of(line.term());
            ObjectNode each = terms.addObject();
            each.put("term", line.term().words());
            each.put("count", line.count());
            put(each, "picojouleEach", price.energy());
            put(each, "picojoule", line.energy());
            put(each, "nanosecondEach", price.time());
            put(each, "slowestCoreNanosecond", line.time());
            each.put("basis", price.basis().name());
            each.put("source", price.source());
        }
        return node;
    }

    /** The terms of all phases, as CSV: a term a line, what is not known empty. */
    public static String csv(CostResult result) {
        return CsvText.of(CSV_HEAD, csv -> {
            csv(csv, "training", result, result.training(), result.settings().samples());
            csv(csv, "sleep", result, result.sleep(), 1);
            csv(csv, "test", result, result.test(), result.testSamples());
        });
    }

    private static void csv(CSVPrinter csv, String phase, CostResult result, Bill bill, int parts) throws IOException {
        for (Bill.Line line : bill.lines()) {
            Price price = result.prices().of(line.term());
            csv.printRecord(
                    phase,
                    parts,
                    line.term().words(),
                    line.count(),
                    plain(price.energy()),
                    plain(line.energy()),
                    plain(price.time()),
                    plain(line.time()),
                    price.basis(),
                    price.source());
        }
    }

    private static String plain(OptionalLong value) {
        return value.isEmpty() ? "" : tenths(value.getAsLong()).toPlainString();
    }

    private static void put(ObjectNode node, String key, OptionalLong value) {
        if (value.isEmpty()) {
            node.putNull(key);
        } else {
            node.put(key, tenths(value.getAsLong()));
        }
    }

    private static BigDecimal tenths(long value) {
        return BigDecimal.valueOf(value, 1);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
