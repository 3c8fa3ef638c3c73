package org.biograd.conform.cause;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Finding;
import org.biograd.kit.Golden;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.study.explain.Line;
import org.biograd.study.explain.check.Recalculation;

/** Finds the clause of the first difference of an answer, its formula and its operands. */
public final class Causes {

    /** Signals that a network has in steps with feedback alone. */
    private static final List<String> OF_FEEDBACK = List.of("e", "p", "n", "sp", "sn", "D");

    /** How the lines of an operation are written. */
    private static final Map<String, Function<Answered, Cause>> WRITERS = Map.ofEntries(
            Map.entry("word.wrap", WordLines::wrap),
            Map.entry("word.saturate", WordLines::saturate),
            Map.entry("round.shift", WordLines::shift),
            Map.entry("decay", WordLines::decay),
            Map.entry("random.philox", WordLines::philox),
            Map.entry("random.draw", WordLines::draw),
            Map.entry("softmax.integer", ErrorRunLines::error),
            Map.entry("gate", ErrorRunLines::gate),
            Map.entry("errorNeuron.run", ErrorRunLines::errorNeuron),
            Map.entry("dendrite.run", ErrorRunLines::dendrite),
            Map.entry("lif.run", ChipLines::compartment),
            Map.entry("synapse.weight", ChipLines::weight),
            Map.entry("trace.step", ChipLines::trace),
            Map.entry("learning.productSeries", RuleLines::rule),
            Map.entry("eligibility.run", EligibilityCaseLines::eligibility),
            Map.entry("weight.update", UpdateRunLines::weight),
            Map.entry("sleep.update", UpdateRunLines::feedback),
            Map.entry("network.start", StartLines::start),
            Map.entry("network.sample", SampleLines::sample),
            Map.entry("network.sleep", SleepCaseLines::sleep));

    private Causes() {}

    /** The cause of what was found, where an answer differs from the right one. */
    public static Optional<Cause> of(Finding finding) {
        return finding.discrepancy().map(first -> of(finding.question(), finding.expected(), finding.got(), first));
    }

    /**
     * The cause of a difference.
     *
     * @param question the case
     * @param expected its right answer
     * @param got the answer of the program
     * @param first where it first differs
     */
    public static Cause of(ObjectNode question, ObjectNode expected, JsonNode got, Discrepancy first) {
        Answered answered = new Answered(question, expected, got, first);
        String clause = clause(answered);
        if (!clause.isEmpty()) {
            return Cause.of(clause);
        }
        if (answered.op.equals("network.test")) {
            return tested(question, answered);
        }
        Function<Answered, Cause> writer = WRITERS.get(answered.op);
        Cause cause = writer == null ? Cause.of(answered.caseClause()) : writer.apply(answered);
        return holds(cause.lines()) ? cause : Cause.of(cause.clause());
    }

    // As with explanations: what does not hold when it is recalculated is not shown.
    private static boolean holds(List<Line> lines) {
        return Recalculation.faults(lines).isEmpty();
    }

    /** The clause of what is no formula: of events, of a form, of a text or file; else empty. */
    private static String clause(Answered of) {
        String signal = of.first.signal();
        if (signal.startsWith("events")) {
            return "OBS-2";
        }
        if (of.op.equals("training.digest") && signal.startsWith("checkpoints") && !signal.endsWith("digest")) {
            return "NET-7";
        }
        if (of.first.form()) {
            boolean late = of.op.equals("network.sample") && OF_FEEDBACK.contains(signal);
            return late ? "NET-1" : of.op.startsWith("network.") ? "OBS-1" : of.caseClause();
        }
        return switch (of.op + " " + signal) {
            case "rule.read target" -> "ENG-5";
            case "profile.read values" -> "PROF-4";
            case "data.bin x" -> "DATA-3";
            case "model.read digest" -> "FILE-3";
            case "network.sleep B" -> "SLEEP-4";
            case "network.sleep layers.layer" -> "OBS-1";
            case "training.digest digest" -> "NET-8";
            default -> of.op.equals("rule.read") && signal.startsWith("products") ? "ENG-6" : "";
        };
    }

    /** NET-2 and NET-3: the same spikes as a training sample, of which all is known. */
    private static Cause tested(ObjectNode question, Answered of) {
        try {
            ObjectNode sample = TestedSample.of(question, of.index(0));
            return SampleLines.prediction(of, Golden.answer(sample).path("o"));
        } catch (BadCaseException e) {
            return Cause.of("NET-3");
        }
    }
}
