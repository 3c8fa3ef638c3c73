package org.biograd.conform.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import org.biograd.conform.exchange.Answer;
import org.biograd.conform.exchange.Asked;
import org.biograd.conform.exchange.Verdict;
import org.biograd.kit.Agreement;
import org.biograd.kit.cases.CaseJson;

/** Writes cases as they are sent, and judges answers. */
public final class Judge {

    private static final int LEAF_WEIGHT = 40;

    private final ObjectMapper mapper = CaseJson.mapper();

    /** A case, ready to be sent. */
    public Asked asked(String group, long number, String id, ObjectNode question, ObjectNode expected) {
        try {
            byte[] json = mapper.writeValueAsBytes(question);
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            return new Asked(group, number, id, line, expected, line.length + LEAF_WEIGHT * leaves(expected));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long leaves(JsonNode node) {
        if (!node.isContainerNode()) {
            return 1;
        }
        if (node.isArray() && !node.isEmpty() && !node.get(0).isContainerNode()) {
            return node.size();
        }
        long count = 0;
        for (JsonNode child : node) {
            count += leaves(child);
        }
        return count;
    }

    /** Whether an answer is right; quick where it is. */
    public boolean right(Asked asked, Answer answer) {
        return answer.out().isObject() && Agreement.of(MissingNode.getInstance(), asked.expected(), answer.out());
    }

    /** What is wrong with an answer, or nothing. */
    public Optional<Finding> judge(Asked asked, Answer answer) {
        if (right(asked, answer)) {
            return Optional.empty();
        }
        if (answer.error() != null) {
            return Optional.of(failure(asked, Verdict.ERROR, answer.error()));
        }
        if (!answer.out().isObject()) {
            return Optional.of(
                    failure(asked, Verdict.NO_OUT, answer.out().isMissingNode() ? "" : "'out' is not an object"));
        }
        ObjectNode question = question(asked);
        return Locator.find(question, asked.expected(), answer.out())
                .map(where -> new Finding(
                        question,
                        asked.expected(),
                        answer.out(),
                        where.form() ? Verdict.MALFORMED : Verdict.DIFFERS,
                        "",
                        Optional.of(where)));
    }

    /** A case without an answer that could be compared. */
    public Finding failure(Asked asked, Verdict verdict, String detail) {
        return new Finding(
                question(asked), asked.expected(), MissingNode.getInstance(), verdict, detail, Optional.empty());
    }

    private ObjectNode question(Asked asked) {
        try {
            return (ObjectNode) mapper.readTree(asked.line());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
