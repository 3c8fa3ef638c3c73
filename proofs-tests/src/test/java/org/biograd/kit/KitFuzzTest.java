package org.biograd.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.biograd.house.SpecText;
import org.junit.jupiter.api.Test;

/**
 * Lines that nobody should have written: each gets an error that names its line, the next one is still answered, and
 * nothing else happens.
 *
 * <p>{@code -Dbiograd.fuzz=N} changes how many batches of a thousand lines there are; 1000 make a million lines.
 */
class KitFuzzTest {

    private static final int BATCHES = Integer.getInteger("biograd.fuzz", 8);
    private static final int LINES = 1000;
    private static final String[] VALUES = {
        "null",
        "true",
        "-1",
        "0",
        "1e999",
        "1.5",
        "\"\"",
        "\"0x\"",
        "\"0xffffffffffffffffff\"",
        "[]",
        "{}",
        "[[]]",
        "[null]",
        "9".repeat(900),
        "9".repeat(5000),
        "-9223372036854775809",
        "18446744073709551616",
        "2147483648",
        "\"\\u0000\"",
        "[1,2,3,4,5,6,7,8,9]",
        "[".repeat(100),
    };

    private final List<String> seeds = seeds();
    private final ObjectMapper json = new ObjectMapper();

    private static List<String> seeds() {
        List<String> seeds = new ArrayList<>();
        for (String op : Generators.operations()) {
            CaseStream stream = Generators.stream(op, Generators.directed(op) + 10L, 1, null);
            while (stream.advance()) {
                String line = stream.question().toString();
                if (line.length() < 3000 && !op.equals("training.digest")) {
                    seeds.add(line);
                }
            }
        }
        return seeds;
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 1)
    void everyLineIsAnsweredOrRefused(@ForAll Random random) throws IOException {
        for (int batch = 0; batch < BATCHES; batch++) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (int i = 0; i < LINES; i++) {
                byte[] line = broken(random);
                for (int b = 0; b < line.length; b++) {
                    line[b] = line[b] == '\n' ? (byte) ' ' : line[b];
                }
                lines.write(line);
                lines.write('x');
                lines.write('\n');
                lines.write(seeds.get(0).getBytes(StandardCharsets.UTF_8));
                lines.write('\n');
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            long bad = Answers.write(new ByteArrayInputStream(lines.toByteArray()), out);
            String[] answers = out.toString(StandardCharsets.UTF_8).split("\n");
            assertEquals(2 * LINES, answers.length);
            assertEquals(LINES, bad, "every other line has something behind its case");
            for (int i = 0; i < answers.length; i += 2) {
                assertTrue(
                        json.readTree(answers[i]).path("error").textValue().startsWith("line " + (i + 1) + ": "),
                        answers[i]);
                assertTrue(answers[i + 1].contains("\"out\":"), answers[i + 1]);
            }
        }
    }

    @Property(shrinking = ShrinkingMode.OFF, tries = 1)
    void everyFieldMayBeWrong(@ForAll Random random) throws IOException {
        for (int batch = 0; batch < BATCHES; batch++) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < LINES; i++) {
                lines.append(wrongField(random).replace('\n', ' ')).append('\n');
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Answers.write(new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)), out);
            String[] answers = out.toString(StandardCharsets.UTF_8).split("\n");
            assertEquals(LINES, answers.length);
            for (int i = 0; i < LINES; i++) {
                JsonNode answer = json.readTree(answers[i]);
                String error = answer.path("error").asText("");
                assertTrue(answer.has("out") || error.startsWith("line " + (i + 1) + ": "), answers[i]);
                assertTrue(error.length() < 1000, error);
            }
        }
    }

    private byte[] broken(Random random) {
        byte[] line = seeds.get(random.nextInt(seeds.size())).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            line = new byte[random.nextInt(200)];
            random.nextBytes(line);
            return line;
        }
        for (int n = random.nextInt(4); n > 0; n--) {
            line[random.nextInt(line.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(line, random.nextInt(line.length)) : line;
    }

    /** A case with one of its numbers, or of what follows a colon, replaced. */
    private String wrongField(Random random) {
        String line = seeds.get(random.nextInt(seeds.size()));
        int at = random.nextInt(line.length());
        int begin = Math.max(line.indexOf(':', at), line.indexOf(',', at)) + 1;
        if (begin == 0) {
            return line;
        }
        int end = begin;
        while (end < line.length() && ",]}".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(0, begin) + VALUES[random.nextInt(VALUES.length)] + line.substring(end);
    }

    @Test
    void aLineOfAHundredMegabytesIsRefusedAndTheNextAnswered() throws IOException {
        byte[] good = (seeds.get(0) + "\n").getBytes(StandardCharsets.UTF_8);
        long length = 100L << 20;
        InputStream in = new InputStream() {
            private long position;

            @Override
            public int read() {
                long now = position++;
                if (now < length) {
                    return '[';
                }
                long rest = now - length;
                return rest == 0 ? '\n' : rest <= good.length ? good[(int) rest - 1] : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int count) {
                int n = 0;
                for (int next = 0; n < count && (next = read()) >= 0; n++) {
                    bytes[offset + n] = (byte) next;
                }
                return n == 0 ? -1 : n;
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(1, Answers.write(in, out));
        String[] answers = out.toString(StandardCharsets.UTF_8).split("\n");
        assertTrue(answers[0].contains("line 1: longer than 64 MiB"), answers[0]);
        assertTrue(answers[1].contains("\"out\":"), answers[1]);
    }

    @Test
    void aNameThatIsRepeatedIsRefusedAndTheRestChecked() throws IOException {
        String line = Files.readAllLines(
                        SpecText.root().resolve("spec/src/main/resources/org/biograd/spec/cases/golden/gate.jsonl"))
                .get(0);
        KitRun.Checked checked = KitRun.check(line + "\n" + line + "\n" + line.replace("gate-000000", "other"));
        assertEquals(List.of(), checked.differences());
        assertEquals(1, checked.malformed().size());
        assertTrue(
                checked.malformed().get(0).contains("line 2: gate-000000: field id: \"gate-000000\" again"),
                checked.malformed().get(0));
        assertTrue(checked.checks().summary().contains("gate: 2 of 2 cases passed"));
    }

    @Test
    void aMillionNamesAreRemembered() {
        Names names = new Names();
        for (int i = 0; i < 1 << 20; i++) {
            assertTrue(names.add("case-" + i));
        }
        for (int i = 0; i < 1 << 20; i += 101) {
            assertTrue(!names.add("case-" + i));
        }
        assertTrue(names.add("one more") && names.add("one more"), "beyond the bound nothing is remembered");
    }
}
