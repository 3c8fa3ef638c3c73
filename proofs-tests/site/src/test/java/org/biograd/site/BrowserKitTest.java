package org.biograd.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biograd.kit.Generators;
import org.biograd.kit.VectorFiles;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.chrome.ChromeDriver;

/** Cases of the kit, answered in a browser. */
class BrowserKitTest {

    private static final int CASES = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The operations that a browser answers, with the parameters in the order that it takes them. */
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "word.wrap", List.of("bits"),
            "word.saturate", List.of("bits", "signed"),
            "round.shift", List.of("mode", "k"),
            "decay", List.of("factor"),
            "random.draw", List.of("seed", "stream", "layer", "sample", "step", "bits"),
            "gate", List.of("soma.threshold", "soma.window"));

    private static String word(JsonNode value) {
        return value.isTextual() && value.asText().startsWith("0x")
                ? Long.toString(new BigInteger(value.asText().substring(2), 16).longValue())
                : value.asText();
    }

    private static List<String> words(JsonNode values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(word(value)));
        return words;
    }

    private static JsonNode first(JsonNode fields, String... names) {
        for (String name : names) {
            if (fields.has(name)) {
                return fields.get(name);
            }
        }
        throw new IllegalArgumentException(fields.toString());
    }

    @Test
    void theBrowserAnswersAsTheKitDoes() throws IOException {
        ChromeDriver browser = Browser.open();
        try {
            browser.get(SiteFolder.path().resolve("play.html").toUri().toString());
            int asked = 0;
            for (String op : PARAMETERS.keySet()) {
                ByteArrayOutputStream cases = new ByteArrayOutputStream();
                VectorFiles.write(Generators.stream(op, CASES, 1, null), cases);
                for (String line : cases.toString(StandardCharsets.UTF_8).split("\n")) {
                    JsonNode wanted = JSON.readTree(line);
                    if (!wanted.has("out")) {
                        continue;
                    }
                    List<String> parameters = new ArrayList<>();
                    for (String name : PARAMETERS.get(op)) {
                        parameters.add(word(wanted.get("params").get(name)));
                    }
                    JsonNode in = wanted.get("in");
                    List<String> draws = in.has("draw") ? words(in.get("draw")) : List.of();
                    Object answer = browser.executeScript(
                            "return Array.from((window.biograd || window).answer("
                                    + "arguments[0], arguments[1], arguments[2], arguments[3]))",
                            op,
                            parameters,
                            words(first(in, "x", "v", "index")),
                            draws);
                    assertEquals(words(first(wanted.get("out"), "y", "g", "draw")), answer, line);
                    asked++;
                }
            }
            System.out.println("in the browser: " + asked + " cases of the kit are equal");
            assertTrue(asked >= 2_500, "only " + asked + " cases were asked");
        } finally {
            browser.quit();
        }
    }
}
