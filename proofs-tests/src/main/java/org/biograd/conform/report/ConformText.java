package org.biograd.conform.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.biograd.conform.Claims;
import org.biograd.conform.ConformResult;
import org.biograd.conform.OperationResult;
import org.biograd.conform.cause.Cause;
import org.biograd.conform.cause.Causes;
import org.biograd.conform.exchange.Fault;
import org.biograd.conform.judge.Finding;
import org.biograd.conform.shrink.Failure;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.generate.Flag;
import org.biograd.report.Numbers;
import org.biograd.spec.profile.Profile;

/** What was found of a tested program, in the words that terminal, page and XML share. */
final class ConformText {

    private static final ObjectMapper MAPPER = CaseJson.mapper();

    /** A case that was drawn for more kinds of faults hints at none. */
    private static final int MOST_FLAGS = 2;

    private ConformText() {}

    /** What was asked, in one line. */
    static String subject(ConformResult result) {
        StringJoiner text = new StringJoiner(", ");
        Claims claims = result.settings().claims();
        text.add(result.settings().command());
        if (!claims.name().isEmpty()) {
            text.add((claims.name() + " " + claims.version()).strip());
        }
        text.add("seed " + Long.toUnsignedString(result.settings().seed()));
        text.add(Numbers.count(result.settings().cases()) + " cases of each operation");
        List<String> profiles =
                result.settings().profiles().stream().map(Profile::name).toList();
        if (!profiles.isEmpty()) {
            text.add((profiles.size() == 1 ? "profile " : "profiles ") + String.join(", ", profiles));
        }
        return text.toString();
    }

    /** What was found, in one line. */
    static String verdict(ConformResult result) {
        if (result.conforms()) {
            return result.passed() == 0 ? "nothing was tried" : "conforms in all that was tried";
        }
        List<String> failing = result.operations().stream()
                .filter(one -> one.failed() > 0)
                .map(OperationResult::operation)
                .toList();
        if (!failing.isEmpty()) {
            return "does not conform: " + String.join(", ", failing);
        }
        if (result.faults().isEmpty()) {
            return "does not conform: no case was tried of " + String.join(", ", result.untried());
        }
        return (result.passed() == 0 ? "does not conform: " : "answers rightly, but ")
                + result.faults().get(0).kind().words();
    }

    /** Operation, level, the clause to look at and the first difference of a failure. */
    static String title(OperationResult operation, Failure failure) {
        String clause = failure.clause();
        return operation.operation() + " (level " + operation.level() + "): "
                + (clause.isEmpty() ? "" : clause + ", ")
                + failure.smallest().words();
    }

    /** Of a training the first task that is done wrongly, and what is wrong there, where it was looked for. */
    static Optional<String> task(Failure failure) {
        return failure.task().map(task -> {
            String words =
                    Character.toUpperCase(task.words().charAt(0)) + task.words().substring(1);
            return words
                    + task.shown()
                            .map(shown -> ". Asked by itself, as "
                                    + shown.smallest().question().path("op").asText() + ", it fails too: "
                                    + shown.smallest().words())
                            .orElse("")
                    + ".";
        });
    }

    /** How the right value comes about, line by line, and last what the program sent in its place. */
    static List<String> cause(Finding finding) {
        List<String> lines =
                new ArrayList<>(Causes.of(finding).map(Cause::words).orElse(List.of()));
        if (!lines.isEmpty()) {
            int last = lines.size() - 1;
            lines.set(
                    last,
                    lines.get(last) + "; you sent "
                            + finding.discrepancy().orElseThrow().gotWords());
        }
        return lines;
    }

    /** What is most likely wrong where cases fail that were drawn for so few kinds of faults; else nothing. */
    static List<Flag> flags(Failure failure) {
        List<String> flags = texts(failure.first().question().path("flags"));
        return flags.size() > MOST_FLAGS
                ? List.of()
                : Arrays.stream(Flag.values())
                        .filter(flag -> flag != Flag.RANDOM && flags.contains(flag.symbol()))
                        .toList();
    }

    /** A fault in one sentence. */
    static String fault(Fault fault) {
        return "the program " + fault.kind().words() + " (" + Numbers.count(fault.count())
                + (fault.count() == 1 ? " time" : " times, the first") + ": " + fault.first() + ")";
    }

    /** How far the case of a failure has come down, and what to make of it. */
    static String reduction(Failure failure) {
        return switch (failure.again()) {
            case PASSES ->
                "The case did not fail when it was asked again by itself: what the program had computed before "
                        + "seems to matter.";
            case FAILS_OTHERWISE ->
                "When it was asked again by itself, it failed in another way: " + failure.otherwise() + ".";
            case NOT_ASKED -> "It was not asked again, for the program could not be run any more.";
            case FAILS -> smaller(failure);
        };
    }

    private static String smaller(Failure failure) {
        return failure.first() == failure.smallest()
                        || failure.first().question().equals(failure.smallest().question())
                ? "No smaller case fails; " + Numbers.count(failure.tried()) + " were tried."
                : "The smallest of " + Numbers.count(failure.tried()) + " smaller cases that fails.";
    }

    /** A case with its right answer as a line of JSON. */
    static String line(Finding finding) {
        ObjectNode whole = finding.question().deepCopy();
        whole.set("out", finding.expected());
        return json(whole);
    }

    /** A value as JSON. */
    static String json(JsonNode node) {
        try {
            return node.isMissingNode() ? "none" : MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An array of strings. */
    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    /** What was not tried, and why. */
    static List<String> notTried(OperationResult operation) {
        List<String> lines = new ArrayList<>();
        operation
                .notTried()
                .forEach((reason, count) ->
                        lines.add(operation.operation() + ": " + Numbers.count(count) + " cases, " + reason));
        return lines;
    }
}
