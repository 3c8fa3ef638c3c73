package org.biograd.study.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.biograd.report.Columns;
import org.biograd.report.Numbers;

/** Times of networks, as text for a terminal. */
public final class BenchTable {

    private static final int WIDTH = 150;
    private static final double MILLION = 1e6;

    private BenchTable() {}

    /** The text, every line ended by the line separator of the platform. */
    public static String of(BenchResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(settings(result.settings()));
        lines.add(machine(result.machine()));
        lines.add("");
        Columns table = new Columns(false);
        table.row(
                "network",
                "",
                "ms a sample",
                "least",
                "largest",
                "M neuron-steps/s",
                "M synaptic events/s",
                "with error, %");
        Set<String> data = new LinkedHashSet<>();
        for (Measurement each : result.measurements()) {
            table.row(
                    each.network().name(),
                    each.activity().words(),
                    Numbers.fixed(each.median(), 4),
                    Numbers.fixed(each.least(), 4),
                    Numbers.fixed(each.largest(), 4),
                    Numbers.fixed(each.neuronStepsPerSecond() / MILLION, 2),
                    Numbers.fixed(each.synapticEventsPerSecond() / MILLION, 1),
                    Numbers.fixed(100 * each.withError(), 1));
            data.add(each.network().name() + ": " + each.data());
        }
        lines.addAll(table.lines(WIDTH));
        lines.add("");
        lines.add("samples of " + String.join(System.lineSeparator() + "samples of ", data));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String settings(BenchSettings settings) {
        return settings.arithmetic().option() + " arithmetic, " + some(settings.threads(), "thread") + ", seed "
                + Long.toUnsignedString(settings.seed()) + "; median, least and largest of "
                + some(settings.runs(), "run") + " of "
                + some(settings.samples(), "sample") + ", after training on " + Numbers.count(settings.warmUp());
    }

    private static String machine(Machine machine) {
        String load = machine.load().isEmpty()
                ? "unknown"
                : Numbers.fixed(machine.load().getAsDouble(), 2);
        return some(machine.processors(), "processor") + ", load " + load + " before; " + machine.jvm() + " "
                + machine.version() + ", " + machine.system() + " " + machine.architecture();
    }

    private static String some(int number, String thing) {
        return Numbers.count(number) + " " + thing + (number == 1 ? "" : "s");
    }
}
