package org.biograd.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.biograd.data.SpikeFile;
import org.biograd.fixedpoint.Network;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.explain.Choice;
import org.biograd.study.explain.ExplainRun;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.check.Recalculation;
import org.biograd.train.ProfileOverrides;

/** Numbers of clauses, from samples and a sleep of the example's network, computed now and recalculated. */
final class WorkedNumbers {

    private static final long SEED = 7;
    private static final int SHOWN = 3;

    private static final Map<String, String> FUNCTIONS = Map.of(
            "WORD-1", "wrap(",
            "WORD-2", "saturate(",
            "WORD-3", "saturateUnsigned(",
            "WORD-4", "shift(",
            "WORD-5", "decay(",
            "WORD-6", "scale(",
            "WORD-7", "quotient(");

    private WorkedNumbers() {}

    /** For each clause some lines, those with the most to tell. */
    static Map<String, List<String>> of(Path root) throws IOException {
        Profile tiny = Profiles.tiny();
        Choice all = new Choice(List.of(), List.of(), 0, Integer.MAX_VALUE);
        SpikeTrain input = SpikeFile.read(
                root.resolve("spec/text/example.csv"), 2, tiny.time().steps());
        List<Line> lines = new ArrayList<>();
        for (Map<String, String> variant : List.of(
                Map.<String, String>of(),
                Map.of("trace.mode", "FULL", "error.function", "SOFTMAX"),
                Map.of("feedback.path", "LAYERWISE"))) {
            Profile profile = ProfileOverrides.apply(tiny, variant);
            lines.addAll(run(new Network(Shape.of(2, 2, 1), profile, SEED), all, input));
        }
        lines.addAll(new ExplainRun(new Network(Shape.of(2, 2, 1), tiny, SEED), all)
                .sleepNow(0, 1)
                .lines());
        return choose(lines);
    }

    private static long zeros(Line line) {
        long zeros =
                line.operands().stream().filter(operand -> operand.value() == 0).count();
        return zeros + (line.value() == 0 ? 1 : 0);
    }

    private static List<Line> run(Network network, Choice choice, SpikeTrain input) {
        List<Line> lines = new ExplainRun(network, choice).given(0, input, 0).lines();
        List<String> faults = Recalculation.faults(lines);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("a line does not hold: " + faults.get(0));
        }
        return lines;
    }

    private static Map<String, List<String>> choose(List<Line> lines) {
        Map<String, List<Line>> byClause = new LinkedHashMap<>();
        for (Line line : lines) {
            byClause.computeIfAbsent(line.clause(), none -> new ArrayList<>()).add(line);
            FUNCTIONS.forEach((id, function) -> {
                if (line.formula().contains(function)) {
                    byClause.computeIfAbsent(id, none -> new ArrayList<>()).add(line);
                }
            });
        }
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        byClause.forEach((id, all) -> {
            // The more of a line is not 0, the more it tells; equal ones stay in the order in which they arise.
            List<Line> telling = new ArrayList<>(all);
            telling.sort(Comparator.comparingLong(WorkedNumbers::zeros));
            List<String> shown = new ArrayList<>();
            Set<String> formulas = new HashSet<>();
            for (Line line : telling) {
                if (shown.size() < SHOWN && formulas.add(line.numbers())) {
                    formulas.add(line.numbers());
                    String formula = formulas.add(line.formula()) ? line.formula() + "\n  = " : "";
                    shown.add(line.symbol() + " = " + formula + line.arithmetic());
                }
            }
            numbers.put(id, shown);
        });
        return numbers;
    }
}
