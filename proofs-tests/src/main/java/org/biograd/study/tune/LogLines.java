package org.biograd.study.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.cases.Text;

/** The lines of a search's log: JSON objects, a line each. */
final class LogLines {

    private static final int FORMAT = 1;
    private static final String BEGIN = "{\"candidate\":";
    private static final int MILLI = 3;
    private static final int MAX_LAYERS = 1000;
    private static final double HALF_TURN = 180;

    private final ObjectMapper json = CaseJson.mapper();
    private final Map<String, String> settings;
    private final List<Rung> rungs;
    private final int candidates;
    private final int validation;
    private final int samples;

    /**
     * Lines of a search.
     *
     * @param settings what the log begins with
     * @param samples the training samples without those held out
     */
    LogLines(Search search, Map<String, String> settings, int samples) {
        this.settings = settings;
        this.rungs = search.rungs();
        this.candidates = search.candidates();
        this.validation = search.validation();
        this.samples = samples;
    }

    /** The first line, which says what is searched. */
    String head() {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("tune", FORMAT);
        settings.forEach(head::put);
        return head.toString();
    }

    /**
     * Checks a first line.
     *
     * @throws IllegalArgumentException where it is none, or that of another search
     */
    void requireHead(String line) {
        JsonNode head = parse(line);
        if (!head.path("tune").isInt() || head.path("tune").intValue() != FORMAT) {
            throw new IllegalArgumentException("not the log of a search in format " + FORMAT);
        }
        settings.forEach((key, value) -> {
            if (!value.equals(head.path(key).textValue())) {
                throw new IllegalArgumentException("the log of another search: " + key + " is "
                        + Text.describe(head.path(key)) + ", not \"" + Text.shorten(value) + "\"");
            }
        });
        if (head.size() != settings.size() + 1) {
            throw new IllegalArgumentException("the log of another search, which has other keys");
        }
    }

    /**
     * Whether a line may be what a stopped search has written of the next one.
     *
     * @param first whether it is the first line
     */
    boolean mayBegin(String line, boolean first) {
        return first ? head().startsWith(line) : line.startsWith(BEGIN) || BEGIN.startsWith(line);
    }

    /** The line of an evaluation. */
    String line(RungResult evaluation, Candidate candidate) {
        ObjectNode line = place(candidate, evaluation.rung());
        line.put("samples", rungs.get(evaluation.rung() - 1).samples(samples));
        line.put("right", evaluation.right());
        line.put("accuracy", rounded(100.0 * evaluation.right() / validation));
        ArrayNode angles = line.putArray("feedbackAngles");
        for (double angle : evaluation.feedbackAngles()) {
            if (Double.isFinite(angle)) {
                angles.add(rounded(angle));
            } else {
                angles.addNull();
            }
        }
        line.put("seconds", rounded(evaluation.seconds()));
        line.put("digest", evaluation.digest());
        return line.toString();
    }

    /** The line of a refused candidate. */
    static String line(Candidate candidate) {
        ObjectNode line = place(candidate, 0);
        line.put("refused", candidate.refused());
        return line.toString();
    }

    private static ObjectNode place(Candidate candidate, int rung) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("candidate", candidate.number());
        if (rung > 0) {
            line.put("rung", rung);
        }
        ObjectNode values = line.putObject("values");
        candidate.values().forEach(values::put);
        return line;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(MILLI, RoundingMode.HALF_EVEN);
    }

    /**
     * Reads a line after the first.
     *
     * @return the evaluation, or one of rung 0 where the line is that of a refused candidate
     * @throws IllegalArgumentException where it is no such line; the message names field, value and what would be right
     */
    RungResult read(String text) {
        JsonNode line = parse(text);
        int candidate = integer(line, "candidate", 0, candidates - 1);
        if (line.has("refused")) {
            return new RungResult(candidate, 0, 0, List.of(), 0, "");
        }
        int rung = integer(line, "rung", 1, rungs.size());
        if (!line.path("samples").isIntegralNumber()
                || line.path("samples").longValue() != rungs.get(rung - 1).samples(samples)) {
            throw wrong(
                    line,
                    "samples",
                    "the " + rungs.get(rung - 1).samples(samples) + " of rung " + rung + " are needed");
        }
        int right = integer(line, "right", 0, validation);
        JsonNode list = line.path("feedbackAngles");
        if (!list.isArray() || list.size() > MAX_LAYERS) {
            throw wrong(line, "feedbackAngles", "an angle a hidden layer is needed");
        }
        List<Double> angles = new ArrayList<>();
        for (JsonNode angle : list) {
            boolean none = angle.isNull();
            if (!none && (!angle.isNumber() || !(angle.doubleValue() >= 0 && angle.doubleValue() <= HALF_TURN))) {
                throw new IllegalArgumentException(
                        "field feedbackAngles: " + Text.describe(angle) + "; degrees of 0..180, or null, are needed");
            }
            angles.add(none ? Double.NaN : angle.doubleValue());
        }
        JsonNode seconds = line.path("seconds");
        if (!seconds.isNumber() || !(seconds.doubleValue() >= 0 && seconds.doubleValue() < Double.MAX_VALUE)) {
            throw wrong(line, "seconds", "a number of at least 0 is needed");
        }
        String digest = line.path("digest").asText();
        if (!digest.matches("[0-9a-f]{64}")) {
            throw wrong(line, "digest", "64 hexadecimal digits are needed");
        }
        return new RungResult(candidate, rung, right, angles, seconds.doubleValue(), digest);
    }

    private JsonNode parse(String line) {
        try {
            JsonNode node = json.readTree(line);
            if (node.isObject()) {
                return node;
            }
            throw new IllegalArgumentException("not a JSON object");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + Text.shorten(e.getOriginalMessage()), e);
        }
    }

    private static int integer(JsonNode line, String field, int low, int high) {
        JsonNode node = line.path(field);
        if (!node.isInt() || node.intValue() < low || node.intValue() > high) {
            throw wrong(line, field, "an integer of " + low + ".." + high + " is needed");
        }
        return node.intValue();
    }

    private static IllegalArgumentException wrong(JsonNode line, String field, String right) {
        return new IllegalArgumentException("field " + field + ": " + Text.describe(line.path(field)) + "; " + right);
    }
}
