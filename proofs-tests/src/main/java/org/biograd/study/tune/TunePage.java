package org.biograd.study.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.biograd.report.HtmlPage;
import org.biograd.report.HtmlTable;
import org.biograd.report.Numbers;
import org.biograd.spec.profile.ProfileReader;

/** The page of a search. */
final class TunePage {

    private final TuneResult result;
    private final Search search;
    private final HtmlPage page = new HtmlPage("BioGrad search");

    private TunePage(TuneResult result) {
        this.result = result;
        this.search = result.search();
    }

    /** The page of a result. */
    static HtmlPage of(TuneResult result, String command) {
        return new TunePage(result).write(command);
    }

    private HtmlPage write(String command) {
        RungResult best = result.best();
        page.add("<h1>BioGrad search</h1>\n<p class=\"lead\">" + HtmlPage.escape(result.data()) + ", network "
                + result.shape() + ", base profile <b>"
                + HtmlPage.escape(search.base().name()) + "</b>, seed " + Long.toUnsignedString(search.seed())
                + "</p>\n");
        page.add("<p class=\"verdict good\">Candidate " + best.candidate() + " was right on "
                + Numbers.fixed(result.accuracy(best), 2) + " % of " + Numbers.count(search.validation())
                + " validation samples</p>\n");
        page.add("<p>Candidates were trained on " + Numbers.count(result.trainingSamples())
                + " samples of the training set and compared on the "
                + Numbers.count(search.validation())
                + " that follow. The test set was not used. The best of many is better on the samples that it was "
                + "chosen by than on others.</p>\n");
        // Not TunePlots::draw, which would need AWT as soon as it is linked.
        page.figures(() -> TunePlots.draw(result));
        page.section("candidates", "Candidates", candidates());
        page.section("refused", "Refused", refused());
        page.section("search", "What was searched", searched());
        page.section(
                "profile",
                "The profile",
                "<pre>" + HtmlPage.escape(ProfileReader.write(result.profile())) + "</pre>\n");
        page.section(
                "reproduce",
                "Reproduce",
                "<pre>" + HtmlPage.escape(command) + "</pre>\n<p>SHA-256 of the log: " + result.logDigest() + "</p>\n");
        return page.end();
    }

    private String candidates() {
        List<String> titles = new ArrayList<>(List.of("#Candidate"));
        search.keys().forEach(key -> titles.add("#" + HtmlPage.escape(key.key())));
        search.rungs().forEach(rung -> titles.add("#" + rung));
        titles.add("#Angles");
        HtmlTable table = new HtmlTable(titles.toArray(String[]::new));
        for (List<RungResult> each : TuneTable.bestFirst(result)) {
            Candidate candidate = result.candidates().get(each.get(0).candidate());
            List<String> cells = new ArrayList<>(List.of(Integer.toString(candidate.number())));
            result.values(candidate).values().forEach(value -> cells.add(HtmlPage.escape(value)));
            for (int r = 0; r < search.rungs().size(); r++) {
                cells.add(r < each.size() ? Numbers.fixed(result.accuracy(each.get(r)), 2) : "");
            }
            cells.add(TuneTable.angles(each.get(each.size() - 1)));
            table.row(cells.toArray(String[]::new));
        }
        return "<p>Accuracy on the validation samples at each rung, in percent; angles of the feedback weights at the "
                + "last, in degrees. "
                + "Candidate 0 is the base profile.</p>\n" + table.html();
    }

    private String refused() {
        HtmlTable table = new HtmlTable("#Candidate", "Values", "Why");
        for (Candidate candidate : result.candidates()) {
            if (candidate.profile().isEmpty()) {
                table.row(
                        Integer.toString(candidate.number()),
                        HtmlPage.escape(words(candidate.values())),
                        HtmlPage.escape(candidate.refused()));
            }
        }
        return table.html();
    }

    private static String words(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " = " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    private String searched() {
        HtmlTable table = new HtmlTable("Key", "Values", "Chosen", "Base");
        Map<String, String> chosen =
                result.values(result.candidates().get(result.best().candidate()));
        Map<String, String> base = result.values(result.candidates().get(0));
        for (KeyValues key : search.keys()) {
            table.row(
                    HtmlPage.escape(key.key()),
                    HtmlPage.escape(key.text()),
                    HtmlPage.escape(chosen.get(key.key())),
                    HtmlPage.escape(base.get(key.key())));
        }
        return table.html();
    }
}
