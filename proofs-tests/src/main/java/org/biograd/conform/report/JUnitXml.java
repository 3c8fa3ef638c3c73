package org.biograd.conform.report;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.biograd.conform.ConformResult;
import org.biograd.conform.OperationResult;
import org.biograd.conform.exchange.Fault;
import org.biograd.report.Numbers;

/**
 * What was found of a tested program as JUnit XML: a suite a level, a test an operation, and a suite for what is no
 * matter of an operation. There are no times in it.
 */
final class JUnitXml {

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    private JUnitXml() {}

    /** The document. */
    static String of(ConformResult result) {
        return new JUnitXml().write(result);
    }

    private String write(ConformResult result) {
        List<OperationResult> operations = result.operations();
        long failures = operations.stream().filter(JUnitXml::fails).count()
                + result.faults().size();
        long skipped = operations.stream().filter(JUnitXml::skipped).count();
        int tests = operations.size() + Fault.Kind.values().length;
        xml.append("<testsuites name=\"biograd conform\" ")
                .append(counts(tests, failures, skipped))
                .append(">\n");
        operations.stream()
                .collect(Collectors.groupingBy(OperationResult::level, TreeMap::new, Collectors.toList()))
                .forEach(this::level);
        protocol(result);
        return xml.append("</testsuites>\n").toString();
    }

    private void level(int level, List<OperationResult> operations) {
        suite(
                "level " + level,
                operations.size(),
                operations.stream().filter(JUnitXml::fails).count(),
                operations.stream().filter(JUnitXml::skipped).count());
        for (OperationResult one : operations) {
            String title = one.failure()
                    .map(failure -> ConformText.title(one, failure))
                    .orElse("");
            Optional<String> body = one.failure()
                    .map(failure -> Numbers.count(one.failed()) + " of " + Numbers.count(one.failed() + one.passed())
                            + " cases failed. " + ConformText.reduction(failure) + "\n"
                            + ConformText.task(failure).map(task -> task + "\n").orElse("")
                            + String.join(
                                    "",
                                    ConformText.cause(failure.telling()).stream()
                                            .map(line -> line + "\n")
                                            .toList())
                            + ConformText.line(failure.smallest()) + "\ngot "
                            + ConformText.json(failure.smallest().got()));
            test(
                    "level" + level,
                    one.operation(),
                    title,
                    body,
                    skipped(one) ? String.join("; ", one.notTried().keySet()) : null);
        }
        xml.append("  </testsuite>\n");
    }

    private void protocol(ConformResult result) {
        suite("protocol", Fault.Kind.values().length, result.faults().size(), 0);
        for (Fault.Kind kind : Fault.Kind.values()) {
            Optional<Fault> fault =
                    result.faults().stream().filter(one -> one.kind() == kind).findFirst();
            String words = fault.map(ConformText::fault).orElse("");
            test("protocol", "never " + kind.words(), words, fault.map(one -> words), null);
        }
        xml.append("  </testsuite>\n");
    }

    private static boolean fails(OperationResult one) {
        return one.failed() > 0;
    }

    private static boolean skipped(OperationResult one) {
        return one.failed() + one.passed() == 0;
    }

    private void suite(String name, int tests, long failures, long skipped) {
        xml.append("  <testsuite name=\"biograd.")
                .append(name.replace(' ', '.'))
                .append("\" ")
                .append(counts(tests, failures, skipped))
                .append(">\n");
    }

    private static String counts(int tests, long failures, long skipped) {
        return "tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"0\" skipped=\"" + skipped
                + "\" time=\"0\"";
    }

    private void test(String group, String name, String message, Optional<String> failure, String skipped) {
        xml.append("    <testcase classname=\"biograd.")
                .append(group)
                .append("\" name=\"")
                .append(escape(name))
                .append("\" time=\"0\"");
        if (failure.isPresent()) {
            xml.append(">\n      <failure type=\"differs\" message=\"")
                    .append(escape(message))
                    .append("\">")
                    .append(escape(failure.get()))
                    .append("</failure>\n    </testcase>\n");
        } else if (skipped != null) {
            xml.append(">\n      <skipped message=\"").append(escape(skipped)).append("\"/>\n    </testcase>\n");
        } else {
            xml.append("/>\n");
        }
    }

    // XML 1.0 has no way to write most control characters, nor halves of surrogate pairs.
    private static String escape(String text) {
        StringBuilder sound = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean allowed =
                    c == '\n' || c == '\t' || c >= ' ' && c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
            sound.appendCodePoint(allowed ? c : '?');
        });
        return sound.toString()
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
