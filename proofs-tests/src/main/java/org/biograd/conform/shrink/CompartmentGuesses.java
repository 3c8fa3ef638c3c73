package org.biograd.conform.shrink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.biograd.conform.judge.CaseSource;
import org.biograd.conform.judge.Finding;

/**
 * Short cases of {@code lif.run} that bring a compartment into the state in which a long one failed.
 *
 * <p>From rest, one input sets u and v of a step, and two set u and v of the step after as one likes: leaving out steps
 * alone would never find these, since the state before a failure depends on all of them.
 */
final class CompartmentGuesses {

    private static final int THRESHOLD_UNIT = 64;

    private final CaseSource source;
    private final ObjectNode question;
    private final List<ObjectNode> guesses = new ArrayList<>();

    private CompartmentGuesses(CaseSource source, ObjectNode question) {
        this.source = source;
        this.question = question;
    }

    /** Guesses, the shortest first; none for other operations. */
    static List<ObjectNode> of(CaseSource source, Finding finding) {
        ObjectNode question = finding.question();
        CompartmentGuesses guesses = new CompartmentGuesses(source, question);
        if (question.path("op").asText().equals("lif.run")) {
            finding.discrepancy()
                    .ifPresent(first -> first.step().ifPresent(step -> guesses.guess(finding.expected(), step)));
        }
        return guesses.guesses;
    }

    private void guess(ObjectNode out, int k) {
        JsonNode params = question.path("params");
        long bias = (long) params.path("biasMant").intValue()
                << params.path("biasExp").intValue();
        long spikes = (long) params.path("vthMant").intValue() * THRESHOLD_UNIT - bias + 1;
        JsonNode a = question.path("in").path("a");
        simple(THRESHOLD_UNIT);
        simple(THRESHOLD_UNIT + 1);
        inputs(a.path(k).longValue());
        inputs(value(out, "u", k));
        inputs(value(out, "v", k) - bias);
        inputs(spikes - 1);
        inputs(spikes);
        if (k > 0) {
            inputs(value(out, "u", k - 1), a.path(k).longValue());
            reach(value(out, "v", k - 1) - bias, value(out, "u", k));
        }
        inputs(spikes, spikes);
        inputs(spikes, spikes, spikes);
        inputs(spikes, 0, spikes);
    }

    // The second input is what the first one's decay leaves to be desired.
    private void reach(long first, long current) {
        source.answer(with(first, 0)).ifPresent(out -> inputs(first, current - value(out, "u", 1)));
    }

    /** One input into a compartment without bias whose threshold is the smallest. */
    private void simple(long input) {
        ObjectNode copy = with(input);
        ((ObjectNode) copy.path("params")).put("biasMant", 0).put("biasExp", 0).put("vthMant", 1);
        guesses.add(copy);
    }

    private static long value(ObjectNode out, String signal, int step) {
        return out.path(signal).path(step).longValue();
    }

    private void inputs(long... a) {
        if (a.length < question.path("in").path("a").size()) {
            guesses.add(with(a));
        }
    }

    private ObjectNode with(long... a) {
        ObjectNode copy = question.deepCopy();
        ArrayNode array = ((ObjectNode) copy.path("in")).putArray("a");
        for (long value : a) {
            array.add(value);
        }
        return copy;
    }
}
