package org.biograd.study.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.biograd.report.Figures;
import org.biograd.report.Numbers;
import org.biograd.report.Page;
import org.biograd.report.PageTable;

/** The page of a search. */
final class TunePage {

    private final TuneResult result;
    private final Search search;

    private TunePage(TuneResult result) {
        this.result = result;
        this.search = result.search();
    }

    /** The page of a result. */
    static Page of(TuneResult result, String command) {
        return new TunePage(result).write(command);
    }

    private Page write(String command) {
        return new Page("tune.jte")
                // Not TunePlots::draw, which would need AWT as soon as it is linked.
                .with(Figures.draw(() -> TunePlots.draw(result)))
                .with("result", result)
                .with("command", command)
                .with("candidates", candidates())
                .with("refused", refused())
                .with("searched", searched());
    }

    private PageTable candidates() {
        List<String> titles = new ArrayList<>(List.of("#Candidate"));
        search.keys().forEach(key -> titles.add("#" + key.key()));
        search.rungs().forEach(rung -> titles.add("#" + rung));
        titles.add("#Angles");
        PageTable table = new PageTable(titles.toArray(String[]::new));
        for (List<RungResult> each : TuneTable.bestFirst(result)) {
            Candidate candidate = result.candidates().get(each.get(0).candidate());
            List<String> cells = new ArrayList<>(List.of(Integer.toString(candidate.number())));
            result.values(candidate).values().forEach(value -> cells.add(value));
            for (int r = 0; r < search.rungs().size(); r++) {
                cells.add(r < each.size() ? Numbers.fixed(result.accuracy(each.get(r)), 2) : "");
            }
            cells.add(TuneTable.angles(each.get(each.size() - 1)));
            table.row(cells.toArray());
        }
        return table;
    }

    private PageTable refused() {
        PageTable table = new PageTable("#Candidate", "Values", "Why");
        for (Candidate candidate : result.candidates()) {
            if (candidate.profile().isEmpty()) {
                table.row(Integer.toString(candidate.number()), words(candidate.values()), candidate.refused());
            }
        }
        return table;
    }

    private static String words(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    private PageTable searched() {
        PageTable table = new PageTable("Key", "Values", "Chosen", "Base");
        Map<String, String> chosen =
                result.values(result.candidates().get(result.best().candidate()));
        Map<String, String> base = result.values(result.candidates().get(0));
        for (KeyValues key : search.keys()) {
            table.row(key.key(), key.text(), chosen.get(key.key()), base.get(key.key()));
        }
        return table;
    }
}
