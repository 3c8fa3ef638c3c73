package org.biograd.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Answers and checks text. */
public final class KitRun {

    private KitRun() {}

    static String resource() {
        try (InputStream in = KitRun.class.getResourceAsStream("three.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> answer(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Answers.write(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** What a check said. */
    public record Checked(Checks checks, List<String> differences, List<String> malformed) {}

    /** Checks cases, one a line. */
    public static Checked check(String text) {
        List<String> differences = new ArrayList<>();
        List<String> malformed = new ArrayList<>();
        Checks checks = new Checks(new Checks.Listener() {
            @Override
            public void differs(String message) {
                differences.add(message);
            }

            @Override
            public void malformed(String message) {
                malformed.add(message);
            }
        });
        try {
            checks.file("cases", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Checked(checks, differences, malformed);
    }
}
