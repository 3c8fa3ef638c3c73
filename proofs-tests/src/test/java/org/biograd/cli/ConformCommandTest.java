package org.biograd.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.biograd.kit.cases.CaseJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** Exit codes, streams and files of {@code conform}. */
class ConformCommandTest {

    @TempDir
    private Path folder;

    /** The command as a program under test: it answers everything. */
    private static String golden() {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '" + System.getProperty("java.class.path")
                + "' org.biograd.cli.Biograd answer";
    }

    private static CommandRun conform(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "conform";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new CommandRun().run(all);
    }

    @Test
    void theGoldenModelConformsToItself() {
        CommandRun run = conform("--exec", golden(), "--ops", "decay,word.wrap", "--cases", "150", "--quiet");
        assertEquals(0, run.code, run.out + run.err);
        assertTrue(run.out.contains("conforms in all that was tried"), run.out);
        assertEquals("", run.err);
    }

    @Test
    void aDifferenceIsShownAndWritten() throws Exception {
        String[] arguments = {
            "--exec",
            golden().replace("org.biograd.cli.Biograd answer", "org.biograd.conform.OffByOne"),
            "--ops",
            "decay,word.wrap",
            "--cases",
            "150",
            "--claims",
            write("{\"operations\":[\"decay\"]}"),
            "--report",
            folder.resolve("report").toString()
        };
        CommandRun run = conform(arguments);
        assertEquals(1, run.code, run.out + run.err);
        assertTrue(run.out.contains("FAILED decay (level 0): WORD-5, out.y[0]: expected "), run.out);
        assertTrue(run.out.contains("       WORD-5: y = decay(x, factor) = decay(8, "), run.out);
        assertTrue(run.out.contains("; you sent "), run.out);
        assertTrue(run.out.contains("\"in\":{\"x\":[8]},\"out\":{\"y\":["), run.out);
        assertTrue(run.out.contains("not tried: word.wrap: 150 cases, not claimed"), run.out);
        byte[] page = Files.readAllBytes(folder.resolve("report/conform.html"));
        byte[] xml = Files.readAllBytes(folder.resolve("report/conform.xml"));
        JsonNode failure = CaseJson.mapper()
                .readTree(Files.readAllBytes(folder.resolve("report/conform.json")))
                .at("/operations/0/failure");
        assertEquals("WORD-5", failure.path("clause").asText());
        assertEquals(8, failure.at("/lines/0/operands/x").asInt());
        assertEquals(
                failure.at("/expected/y/0").asInt(),
                failure.at("/lines/0/value").asInt());
        assertTrue(new String(page, StandardCharsets.UTF_8).contains("WORD-5: y = decay(x, factor)"));
        assertTrue(new String(xml, StandardCharsets.UTF_8).contains("WORD-5: y = decay(x, factor)"));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        assertEquals("testsuites", document.getDocumentElement().getTagName());
        assertEquals("1", document.getDocumentElement().getAttribute("failures"));
        assertEquals("1", document.getDocumentElement().getAttribute("skipped"));
        assertEquals(1, document.getElementsByTagName("failure").getLength());
        assertTrue(document.getElementsByTagName("failure")
                .item(0)
                .getAttributes()
                .getNamedItem("message")
                .getNodeValue()
                .contains("out.y[0]"));
        assertEquals(
                Integer.parseInt(document.getDocumentElement().getAttribute("tests")),
                document.getElementsByTagName("testcase").getLength());
        assertEquals(1, conform(arguments).code);
        assertArrayEquals(page, Files.readAllBytes(folder.resolve("report/conform.html")));
        assertArrayEquals(xml, Files.readAllBytes(folder.resolve("report/conform.xml")));
    }

    @Test
    void whatCannotBeRunIsTwo() throws Exception {
        CommandRun run = conform("--exec", folder.resolve("none").toString());
        assertEquals(2, run.code);
        assertTrue(run.err.contains("cannot be started: No such file or directory"), run.err);
        assertEquals("", run.out);
        assertEquals(2, conform().code);
        assertEquals(2, conform("--exec", "'a").code);
        assertEquals(2, conform("--exec", "a", "--ops", "delay").code);
        assertEquals(2, conform("--exec", "a", "--cases", "0").code);
        assertEquals(2, conform("--exec", "a", "--timeout", "0").code);
        assertEquals(
                2, conform("--exec", "a", "--claims", folder.resolve("none").toString()).code);
        CommandRun claims = conform("--exec", "a", "--claims", write("{\"ops\":[]}"));
        assertEquals(2, claims.code);
        assertTrue(claims.err.contains("field ops: unknown"), claims.err);
        CommandRun nothing =
                conform("--exec", "a", "--ops", "decay", "--claims", write("{\"operations\":[\"word.wrap\"]}"));
        assertEquals(2, nothing.code);
        assertTrue(nothing.err.contains("nothing would be asked"), nothing.err);
        CommandRun help = conform("--help");
        assertEquals(0, help.code);
        assertTrue(help.out.contains("biograd conform --exec ./my-program"), help.out);
    }

    private String write(String text) throws Exception {
        return Files.writeString(folder.resolve("claims.json"), text).toString();
    }
}
