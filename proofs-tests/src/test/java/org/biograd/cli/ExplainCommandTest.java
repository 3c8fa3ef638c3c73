package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.house.SpecText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    private Path folder;

    private final CommandRun run = new CommandRun();

    @Test
    void ownSpikesAreExplainedAsTextCsvAndPage() throws IOException {
        Path csv = folder.resolve("lines.csv");
        Path html = folder.resolve("page.html");
        CommandRun done = run.run(
                "explain",
                "--profile",
                "tiny",
                "--shape",
                "2-2-1",
                "--seed",
                "7",
                "--spikes",
                SpecText.root().resolve("spec/text/example.csv").toString(),
                "--csv",
                csv.toString(),
                "--html",
                html.toString(),
                "--quiet");
        assertEquals("", done.err);
        assertEquals(0, done.code);
        assertTrue(done.out.contains("SOMA-3   v = saturate(decay(r, soma.keep) + u, soma.voltageBits)"), done.out);
        String text = Files.readString(csv);
        assertTrue(
                text.startsWith("step,layer,neuron,presynaptic,clause,symbol,formula,operands,numbers,value\n0,1,0,,"));
        String page = Files.readString(html);
        long rows = page.lines().filter(line -> line.startsWith("<tr id=")).count();
        assertEquals(text.lines().count() - 1, rows);
        assertTrue(page.contains("<svg"), "the page has figures");
        Matcher link = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
        int links = 0;
        while (link.find()) {
            assertTrue(page.contains("id=\"" + link.group(1) + "\""), link.group());
            links++;
        }
        assertTrue(links > 300, "only " + links + " operands lead to their lines");
    }

    @Test
    void aSampleOfATrainingAndASleepAreExplained() {
        CommandRun sample =
                run.run("explain", "--sample", "1", "--shape", "64-5-10", "--neurons", "2.3", "--from", "4");
        assertEquals(0, sample.code, sample.err);
        assertTrue(sample.err.matches("biograd explain: [0-9]+ lines, each recalculated from what it prints\\R"));
        assertTrue(sample.out.contains("synapse 2.3 from 4"), sample.out);
        assertFalse(sample.out.contains("neuron 1."), sample.out);
        CommandRun sleep = run.run("explain", "--sleep", "1", "--shape", "64-5-10", "--neurons", "1.2,2.0");
        assertEquals(0, sleep.code, sleep.err);
        assertTrue(sleep.out.contains("SLEEP-4  B = saturate(B + shift(X, "), sleep.out);
    }

    @Test
    void badInputIsSaidInOneLine() throws IOException {
        Path spikes = folder.resolve("bad.csv");
        Files.writeString(spikes, "1,0\n1,2\n0,0\n0,0\n0,0\n0,0\n");
        refused("neither 0 nor 1", "--profile", "tiny", "--shape", "2-2-1", "--spikes", spikes.toString());
        refused("6 lines; the profile has 20 steps", "--shape", "2-2-1", "--spikes", spikes.toString());
        refused("not of the form LAYER.NEURON", "--neurons", "x");
        refused("there is no neuron 3.0 in a network 64-64-10", "--neurons", "3.0");
        refused("not of the form INPUTS-HIDDEN-OUTPUTS", "--shape", "64");
        refused("samples of 64 inputs do not fit a network of 3", "--shape", "3-2-1");
        refused("not within 0..999999999", "--sample", "-1");
        refused("no such file", "--model", folder.resolve("none.model").toString());
    }

    private void refused(String reason, String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "explain";
        System.arraycopy(options, 0, all, 1, options.length);
        CommandRun refused = run.run(all);
        assertEquals(2, refused.code, refused.err);
        assertTrue(refused.err.contains(reason), refused.err);
        assertEquals(1, refused.err.lines().count(), refused.err);
        assertEquals("", refused.out);
    }
}
