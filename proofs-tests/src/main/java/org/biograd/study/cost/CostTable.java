package org.biograd.study.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.biograd.loihi.cost.Bill;
import org.biograd.loihi.cost.Price;
import org.biograd.loihi.cost.Term;
import org.biograd.loihi.placement.Blueprint;
import org.biograd.loihi.placement.Core;
import org.biograd.loihi.placement.Limit;
import org.biograd.report.Columns;
import org.biograd.report.Numbers;
import org.biograd.spec.Clause;

/** What a training on the chip would cost, as text for a terminal. */
public final class CostTable {

    private static final int WIDTH = 150;
    private static final int MAX_CORES = 12;

    private CostTable() {}

    /** The text, every line ended by the line separator of the platform. */
    @Clause("COST-9")
    public static String of(CostResult result) {
        List<String> lines = new ArrayList<>();
        int epochs = result.settings().epochs();
        lines.add("profile " + result.placement().blueprint().profile().name() + ", "
                + result.placement().blueprint().shape() + ", seed "
                + Long.toUnsignedString(result.settings().seed()) + ": "
                + Numbers.count(result.settings().samples())
                + " training samples after " + Numbers.count(epochs) + (epochs == 1 ? " epoch" : " epochs") + " of "
                + Numbers.count(result.epochSamples()));
        lines.add("");
        lines.addAll(placement(result));
        lines.add("");
        lines.addAll(terms(result));
        lines.add("");
        lines.addAll(phases(result));
        lines.add("");
        lines.addAll(CostWords.of(result));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static List<String> placement(CostResult result) {
        List<Core> cores = result.placement().cores();
        Columns table = new Columns(true);
        table.row("core", "compartments", "input axons", "output axons", "synaptic bits", "holds");
        for (Core core : cores.subList(0, Math.min(MAX_CORES, cores.size()))) {
            table.row(
                    Integer.toString(core.number()),
                    used(core.compartments(), Limit.COMPARTMENTS),
                    used(core.inputAxons(), Limit.INPUT_AXONS),
                    used(core.outputAxons(), Limit.OUTPUT_AXONS),
                    used(core.synapticBits(), Limit.SYNAPTIC_BITS),
                    String.join("; ", core.holds()));
        }
        List<String> lines = new ArrayList<>();
        lines.add("placed on " + some(cores.size(), "core") + " of " + Limit.CORES.value() + " a chip, "
                + some(result.placement().tiles(), "tile") + ", "
                + some(result.placement().chip().chips(), "chip"));
        lines.addAll(table.lines(WIDTH));
        if (cores.size() > MAX_CORES) {
            lines.add("... and " + some(cores.size() - MAX_CORES, "more core"));
        }
        return lines;
    }

    private static String used(int number, Limit limit) {
        return Numbers.count(number) + " (" + Numbers.fixed(100.0 * number / limit.value(), 1) + " %)";
    }

    private static String some(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static List<String> terms(CostResult result) {
        Bill bill = result.training();
        int samples = result.settings().samples();
        Columns table = new Columns(false);
        table.row(
                "a training sample",
                "count",
                "pJ each",
                "energy, nJ",
                "share, %",
                "ns each",
                "slowest core, us",
                "share, %",
                "basis");
        for (Bill.Line line : bill.lines()) {
            Price price = result.prices().of(line.term());
            table.row(
                    line.term().words(),
                    Numbers.fixed((double) line.count() / samples, 1),
                    tenths(price.energy(), 1, 1),
                    tenths(line.energy(), 1000.0 * samples, 1),
                    share(line.energy(), bill.energy()),
                    tenths(price.time(), 1, 1),
                    tenths(line.time(), 1000.0 * samples, 2),
                    share(line.time(), bill.time()),
                    price.energy().isEmpty() && price.time().isEmpty()
                            ? Numbers.NONE
                            : price.basis().name().toLowerCase(Locale.ROOT));
        }
        table.row(
                "total",
                "",
                "",
                tenths(OptionalLong.of(bill.energy()), 1000.0 * samples, 1),
                "100.0",
                "",
                tenths(OptionalLong.of(bill.time()), 1000.0 * samples, 2),
                "100.0",
                "");
        List<String> lines = new ArrayList<>(table.lines(WIDTH));
        lines.add("left out of the totals, for want of a price: "
                + bill.leftOut().stream().map(term -> leftOut(term, result)).collect(Collectors.joining(", ")));
        return lines;
    }

    private static String leftOut(Term term, CostResult result) {
        boolean timed = result.prices().of(term).time().isPresent();
        return term.words() + (timed ? " (energy)" : "");
    }

    private static List<String> phases(CostResult result) {
        int samples = result.settings().samples();
        int every = result.placement().blueprint().profile().sleep().every();
        Columns table = new Columns(false);
        table.row("", "energy, nJ", "time at most, us", "with the shortest barrier, us");
        row(table, "a training sample", result.training(), samples);
        row(
                table,
                "a sleep" + (result.placement().blueprint().sleep() == Blueprint.Sleep.HOST ? ", the chip's part" : ""),
                result.sleep(),
                1);
        if (every > 0) {
            double energy = nano(result.training().energy(), samples)
                    + nano(result.sleep().energy(), every);
            double time = nano(result.training().time(), samples)
                    + nano(result.sleep().time(), every);
            double least = nano(result.training().leastTime(), samples)
                    + nano(result.sleep().leastTime(), every);
            table.row(
                    "a training sample and 1/" + Numbers.count(every) + " of a sleep",
                    Numbers.fixed(energy, 1),
                    Numbers.fixed(time, 2),
                    Numbers.fixed(least, 2));
        }
        row(table, "a test sample", result.test(), result.testSamples());
        return table.lines(WIDTH);
    }

    private static void row(Columns table, String name, Bill bill, int parts) {
        table.row(
                name,
                Numbers.fixed(nano(bill.energy(), parts), 1),
                Numbers.fixed(nano(bill.time(), parts), 2),
                Numbers.fixed(nano(bill.leastTime(), parts), 2));
    }

    /** From tenths of a pico- or nanounit of so many to thousands of units of one. */
    private static double nano(long tenths, int parts) {
        return tenths / (10_000.0 * parts);
    }

    private static String tenths(OptionalLong value, double parts, int decimals) {
        return value.isEmpty() ? Numbers.NONE : Numbers.fixed(value.getAsLong() / (10 * parts), decimals);
    }

    private static String share(OptionalLong part, long whole) {
        return part.isEmpty() ? Numbers.NONE : Numbers.fixed(whole == 0 ? 0 : 100.0 * part.getAsLong() / whole, 1);
    }
}
