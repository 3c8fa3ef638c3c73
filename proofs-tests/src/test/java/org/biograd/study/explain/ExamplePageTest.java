package org.biograd.study.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.biograd.data.SpikeFile;
import org.biograd.fixedpoint.Network;
import org.biograd.house.SpecText;
import org.biograd.spec.Shape;
import org.biograd.spec.SpikeTrain;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.Profiles;
import org.biograd.study.explain.check.Recalculation;
import org.junit.jupiter.api.Test;

/** The worked example of the text is what the network computes. */
class ExamplePageTest {

    private static final long SEED = 7;
    private static final Path TEXT = SpecText.root().resolve("spec/text");

    /** {@code mvn test -Dbiograd.regenerate=true} writes the page anew. */
    @Test
    void thePageIsUpToDate() throws IOException {
        String page = page();
        Path file = TEXT.resolve("example.md");
        if (Boolean.getBoolean("biograd.regenerate")) {
            Files.writeString(file, page);
        }
        assertEquals(page, Files.readString(file).replace("\r", ""), "mvn test -Dbiograd.regenerate=true renews it");
    }

    private static String page() throws IOException {
        Profile profile = Profiles.tiny();
        Network network = new Network(Shape.of(2, 2, 1), profile, SEED);
        String before = weights(network);
        SpikeTrain input =
                SpikeFile.read(TEXT.resolve("example.csv"), 2, profile.time().steps());
        Choice all = new Choice(List.of(), List.of(), 0, Integer.MAX_VALUE);
        Explained explained = new ExplainRun(network, all).given(0, input, 0);
        assertEquals(List.of(), Recalculation.faults(explained.lines()), "lines that do not hold");
        StringBuilder page = new StringBuilder(String.join(
                "\n",
                "# A sample by hand",
                "",
                "Generated: do not edit. `mvn test -Dbiograd.regenerate=true` writes it anew.",
                "",
                "A network of two inputs, two hidden neurons and one output, at profile `tiny`, sees one",
                "sample of six steps and learns from it. Every value of every neuron and synapse stands here",
                "with its clause. The numbers are small: cover a line's right side, compute it with a pencil,",
                "and compare. The same as text, CSV or a page with figures, for any network:",
                "",
                "    ./biograd explain --profile tiny --shape 2-2-1 --seed " + SEED
                        + " --spikes spec/text/example.csv --label 0",
                "",
                "A line reads: clause, value = its formula in names, where it is new = the same in numbers =",
                "the value. `[x > y]` is 1 where it holds, else 0. Neuron 1.0 is neuron 0 of layer 1; a synapse",
                "\"1.0 from 2\" leads to it from input 2, which is the bias where there are two inputs.",
                "`shift(x, k, STOCHASTIC, draw)` is x / 2^k, rounded up where the draw is below the remainder;",
                "`draw(...)` is a random number that the seed fixes",
                "([DRAW-3](clauses/02-draws.md#draw-3-lanes)), the only value here that is no work for a pencil.",
                "",
                "## What there is at the beginning",
                "",
                "Input spikes, a row a step:",
                "",
                table(List.of("step", "input 0", "input 1"), input),
                "",
                "Weights, as the seed draws them:",
                "",
                before,
                ""));
        Set<String> told = new HashSet<>();
        int step = -1;
        List<Line> lines = explained.lines();
        for (int n = 0; n < lines.size(); n++) {
            if (lines.get(n).place().step() != step) {
                step = lines.get(n).place().step();
                int now = step;
                List<Line> block = lines.stream()
                        .filter(line -> line.place().step() == now)
                        .toList();
                page.append("\n## ")
                        .append(step == Place.END ? "The end: what is learned" : "Step " + step)
                        .append("\n\n```\n");
                ExplainText.lines(block, told).forEach(line -> page.append(line).append('\n'));
                page.append("```\n");
            }
        }
        page.append("\n## What has changed\n\n").append(weights(network)).append('\n');
        return page.toString();
    }

    private static String table(List<String> head, SpikeTrain input) {
        StringBuilder text = new StringBuilder("| " + String.join(" | ", head) + " |\n|---|---|---|");
        for (int t = 0; t < input.steps(); t++) {
            text.append("\n| ").append(t);
            for (int x : input.dense(t)) {
                text.append(" | ").append(x);
            }
            text.append(" |");
        }
        return text.toString();
    }

    private static String weights(Network network) {
        StringBuilder text = new StringBuilder(
                "| neuron | from 0 | from 1 | from 2: the bias | feedback |\n" + "|---|---|---|---|---|");
        for (int l = 1; l <= 2; l++) {
            int size = network.shape().size(l);
            for (int i = 0; i < size; i++) {
                int neuron = i;
                int[] w = network.weights(l);
                text.append("\n| ").append(l).append('.').append(i).append(" | ");
                text.append(Arrays.stream(new int[] {0, 1, 2})
                        .mapToObj(j -> Integer.toString(w[j * size + neuron]))
                        .collect(Collectors.joining(" | ")));
                text.append(" | ")
                        .append(l == 1 ? Integer.toString(network.feedback(1)[i]) : "-")
                        .append(" |");
            }
        }
        return text.toString();
    }
}
