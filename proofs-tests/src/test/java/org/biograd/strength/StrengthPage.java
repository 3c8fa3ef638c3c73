package org.biograd.strength;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.biograd.strength.Measured.Fault;

/** The page of what was measured. */
final class StrengthPage {

    private final List<String> lines = new ArrayList<>();
    private final Measured measured;

    private StrengthPage(Measured measured) {
        this.measured = measured;
    }

    static String of(Measured measured, Map<String, String> equivalent) {
        StrengthPage page = new StrengthPage(measured);
        page.head(equivalent.size());
        page.table("## By kind of fault", "kind", Fault::kind, measured.faults());
        page.table(
                "## By operation that finds it first",
                "operation",
                fault -> fault.verdict().by(),
                measured.faults().stream()
                        .filter(fault -> fault.verdict().found())
                        .toList());
        page.parameters();
        page.clauses();
        page.surviving();
        page.equivalent(equivalent);
        page.unreached();
        return String.join("\n", page.lines) + "\n";
    }

    private void add(String... more) {
        lines.addAll(Arrays.asList(more));
    }

    private void head(int equivalent) {
        int cases = measured.cases();
        long all = measured.faults().size();
        long found = measured.faults().stream()
                .filter(fault -> fault.verdict().found())
                .count();
        add(
                "# The strength of the kit",
                "",
                "Generated from what was measured: do not edit. `mvn -q -B -Pstrength -pl proofs-tests -am test",
                "-Dbiograd.regenerate=true` measures it anew.",
                "",
                "A passing run of `biograd conform` says as much as the cases decide. To measure that, a machine puts",
                "faults into the [sample in C](../samples/c), one at a time: another operator, comparison, constant,",
                "width, parameter, stream or index of a draw, rounding, or a statement left out. Each is asked the",
                cases + " cases per operation that `conform` asks by default, seed 1. Of faults of a",
                "parameter, a width or a stream all are tried, of the others every seventh that the machine can make.",
                "",
                "| faults that are tried | equivalent | found | not found | share found |",
                "|---:|---:|---:|---:|---:|",
                "| " + (all + equivalent) + " | " + equivalent + " | " + found + " | " + (all - found) + " | "
                        + String.format(Locale.ROOT, "%.1f", 100.0 * found / all) + " % |",
                "",
                "*Deciding* below is how many of the first " + Strength.COUNTED
                        + " cases per operation find a fault: the",
                "least and the median over the faults of the row. 0 means that later cases alone find one. After a",
                "program has ended, every case counts as deciding.",
                "");
    }

    private void table(String title, String column, Function<Fault, String> by, List<Fault> faults) {
        Map<String, List<Fault>> rows = new TreeMap<>();
        faults.forEach(fault ->
                rows.computeIfAbsent(by.apply(fault), none -> new ArrayList<>()).add(fault));
        add(title, "", "| " + column + " | faults | found | deciding, least | median |", "|---|---:|---:|---:|---:|");
        rows.forEach((name, own) -> add("| " + name + " | " + counts(own) + " |"));
        add("");
    }

    private static String counts(List<Fault> faults) {
        if (faults.isEmpty()) {
            return "0 | 0 | - | -";
        }
        int[] deciding = faults.stream()
                .mapToInt(fault -> fault.verdict().deciding())
                .sorted()
                .toArray();
        return faults.size() + " | "
                + faults.stream().filter(fault -> fault.verdict().found()).count() + " | " + deciding[0] + " | "
                + deciding[deciding.length / 2];
    }

    private void parameters() {
        List<Fault> own = measured.faults().stream()
                .filter(fault -> List.of("parameter", "width", "stream").contains(fault.kind()))
                .toList();
        table("## By parameter and stream", "name in the sample", fault -> "`" + fault.right() + "`", own);
    }

    private void clauses() {
        add(
                "## By clause",
                "",
                "Cases that name the clause, and faults in the code that bears it.",
                "",
                "| clause | cases | faults | found | deciding, least | median |",
                "|---|---:|---:|---:|---:|---:|");
        measured.casesByClause().forEach((clause, cases) -> {
            List<Fault> own = measured.faults().stream()
                    .filter(fault -> List.of(fault.clauses().split(", ")).contains(clause))
                    .toList();
            add("| " + clause + " | " + cases + " | " + counts(own) + " |");
        });
        add("");
    }

    private void surviving() {
        add("## What is not found", "", "| change in the sample | clauses |", "|---|---|");
        for (Fault fault : measured.faults()) {
            if (!fault.verdict().found()) {
                add("| `" + cell(fault.key()) + "` | " + fault.clauses() + " |");
            }
        }
        add("");
    }

    private void equivalent(Map<String, String> equivalent) {
        add(
                "## What is equivalent",
                "",
                "These answer every case that may be asked as the sample does, for the reason given.",
                "",
                "| change in the sample | why |",
                "|---|---|");
        equivalent.forEach((key, why) -> add("| `" + cell(key) + "` | " + why + " |"));
        add("");
    }

    private void unreached() {
        add("## Unreached clauses", "", "No case names these.", "", "| clauses | why |", "|---|---|");
        Unreached.REASONS.forEach((clauses, why) -> add("| " + clauses + " | " + why + " |"));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
