package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.biograd.kit.Answers;
import org.biograd.kit.Checks;

/** Cases through the kit. */
final class LearningCases {

    private LearningCases() {}

    /** Checks cases, all of which have to pass, and gives the summary. */
    static List<String> pass(String text) {
        List<String> problems = new ArrayList<>();
        Checks checks = new Checks(new Checks.Listener() {
            @Override
            public void differs(String message) {
                problems.add(message);
            }

            @Override
            public void malformed(String message) {
                problems.add(message);
            }
        });
        try {
            checks.file("cases", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertEquals(List.of(), problems);
        return checks.summary();
    }

    /** The line that the kit answers to one case. */
    static String answer(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Answers.write(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
