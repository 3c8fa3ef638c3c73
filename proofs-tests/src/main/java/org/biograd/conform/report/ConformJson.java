package org.biograd.conform.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.biograd.conform.ConformResult;
import org.biograd.conform.OperationResult;
import org.biograd.conform.cause.Causes;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Finding;
import org.biograd.conform.shrink.Failure;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.cases.Json;
import org.biograd.study.explain.Line;

/** What was found of a tested program as JSON, for whoever reads it with a program. There are no times in it. */
final class ConformJson {

    private ConformJson() {}

    /** The document, in UTF-8. */
    static byte[] of(ConformResult result) {
        ObjectNode root = Json.object();
        root.put("command", result.settings().command());
        root.put("seed", Long.toUnsignedString(result.settings().seed()));
        root.put("cases", result.settings().cases());
        root.put("conforms", result.conforms());
        root.put("verdict", ConformText.verdict(result));
        ArrayNode operations = root.putArray("operations");
        result.operations().forEach(one -> operations.add(operation(one)));
        ArrayNode faults = root.putArray("faults");
        result.faults()
                .forEach(fault -> faults.addObject()
                        .put("kind", fault.kind().name())
                        .put("count", fault.count())
                        .put("first", fault.first()));
        ArrayNode notes = root.putArray("notes");
        result.notes().forEach(notes::add);
        try {
            String text = CaseJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(root);
            return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode operation(OperationResult result) {
        ObjectNode node = Json.object();
        node.put("operation", result.operation()).put("level", result.level());
        node.put("passed", result.passed()).put("failed", result.failed());
        ObjectNode notTried = node.putObject("notTried");
        result.notTried().forEach(notTried::put);
        ObjectNode verdicts = node.putObject("verdicts");
        result.verdicts().forEach((verdict, count) -> verdicts.put(verdict.name(), count));
        result.failure().ifPresent(failure -> node.set("failure", failure(failure)));
        return node;
    }

    private static ObjectNode failure(Failure failure) {
        ObjectNode node = finding(failure.smallest());
        failure.task().ifPresent(task -> {
            ObjectNode first = node.putObject("task").put("words", task.words()).put("clause", task.clause());
            task.shown().ifPresent(shown -> first.set("shown", finding(shown.smallest())));
        });
        ArrayNode likely = node.putArray("likely");
        ConformText.flags(failure).forEach(flag -> likely.add(flag.meaning()));
        node.put("again", failure.again().name()).put("tried", failure.tried());
        if (!failure.first().question().equals(failure.smallest().question())) {
            node.set("drawn", failure.first().question());
        }
        return node;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = Json.object();
        node.put("verdict", finding.verdict().name()).put("words", finding.words());
        finding.discrepancy().ifPresent(first -> {
            node.set("first", first(first));
            Causes.of(finding).ifPresent(cause -> {
                node.put("clause", cause.clause());
                ArrayNode lines = node.putArray("lines");
                cause.lines().forEach(line -> lines.add(line(line)));
            });
        });
        node.set("case", finding.question());
        node.set("expected", finding.expected());
        if (!finding.got().isMissingNode()) {
            node.set("got", finding.got());
        }
        return node;
    }

    private static ObjectNode first(Discrepancy first) {
        ObjectNode node = Json.object().put("path", first.path());
        first.layer().ifPresent(layer -> node.put("layer", layer));
        first.step().ifPresent(step -> node.put("step", step));
        node.put("places", first.count());
        node.set("expected", first.expected().isMissingNode() ? null : first.expected());
        node.set("got", first.got().isMissingNode() ? null : first.got());
        return node;
    }

    private static ObjectNode line(Line line) {
        ObjectNode node = Json.object();
        node.put("clause", line.clause()).put("symbol", line.symbol()).put("formula", line.formula());
        ObjectNode operands = node.putObject("operands");
        line.operands().forEach(operand -> operands.put(operand.name(), operand.value()));
        node.put("numbers", line.arithmetic()).put("value", line.value());
        return node;
    }
}
