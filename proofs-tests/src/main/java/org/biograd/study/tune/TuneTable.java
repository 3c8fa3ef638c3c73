package org.biograd.study.tune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.biograd.report.Columns;
import org.biograd.report.Numbers;

/** The short table of a search for a terminal. */
public final class TuneTable {

    private static final int WIDTH = 110;
    private static final int MOST = 10;

    private TuneTable() {}

    /** The table, every line ended by the line separator of the platform. */
    public static String of(TuneResult result) {
        Columns facts = new Columns(true);
        facts.row(
                "data",
                result.data() + ", " + Numbers.count(result.trainingSamples()) + " samples to learn from, "
                        + Numbers.count(result.search().validation()) + " to compare on");
        facts.row(
                "network",
                result.shape() + ", base profile " + result.search().base().name() + ", seed "
                        + Long.toUnsignedString(result.search().seed()));
        long refused = result.candidates().stream()
                .filter(candidate -> candidate.profile().isEmpty())
                .count();
        facts.row(
                "candidates",
                Numbers.count(result.candidates().size()) + ", " + Numbers.count(refused) + " of them refused");
        List<String> lines = new ArrayList<>(facts.lines(WIDTH));
        lines.add("");
        Columns table = new Columns(false);
        List<String> titles = new ArrayList<>(List.of("candidate"));
        result.search().rungs().forEach(rung -> titles.add(rung.toString()));
        titles.add("angles");
        table.row(titles.toArray(String[]::new));
        List<List<RungResult>> best = bestFirst(result);
        for (List<RungResult> each : best.subList(0, Math.min(MOST, best.size()))) {
            List<String> cells =
                    new ArrayList<>(List.of(Integer.toString(each.get(0).candidate())));
            for (int r = 0; r < result.rungs().size(); r++) {
                cells.add(r < each.size() ? Numbers.fixed(result.accuracy(each.get(r)), 2) : "");
            }
            cells.add(angles(each.get(each.size() - 1)));
            table.row(cells.toArray(String[]::new));
        }
        lines.addAll(table.lines(WIDTH));
        if (best.size() > MOST) {
            lines.add("... and " + (best.size() - MOST) + " more in the report");
        }
        lines.add("");
        Candidate chosen = result.candidates().get(result.best().candidate());
        result.values(chosen).forEach((key, value) -> lines.add(key + " = " + value));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    /** The angles of an evaluation, in degrees. */
    static String angles(RungResult evaluation) {
        return evaluation.feedbackAngles().stream()
                .map(angle -> Numbers.fixed(angle, 1))
                .collect(Collectors.joining(", "));
    }

    /** What was found of each candidate, rung by rung; that which came furthest and was best there first. */
    static List<List<RungResult>> bestFirst(TuneResult result) {
        Map<Integer, List<RungResult>> byCandidate = new LinkedHashMap<>();
        List<List<RungResult>> fromLast = new ArrayList<>(result.rungs());
        Collections.reverse(fromLast);
        for (List<RungResult> rung : fromLast) {
            for (RungResult one : rung) {
                byCandidate
                        .computeIfAbsent(one.candidate(), none -> new ArrayList<>())
                        .add(0, one);
            }
        }
        return new ArrayList<>(byCandidate.values());
    }
}
