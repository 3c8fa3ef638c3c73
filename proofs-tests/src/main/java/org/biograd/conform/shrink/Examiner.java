package org.biograd.conform.shrink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.biograd.conform.exchange.Answer;
import org.biograd.conform.exchange.Asked;
import org.biograd.conform.exchange.Exchange;
import org.biograd.conform.exchange.Faults;
import org.biograd.conform.exchange.NotRunException;
import org.biograd.conform.exchange.Program;
import org.biograd.conform.exchange.Verdict;
import org.biograd.conform.judge.CaseSource;
import org.biograd.conform.judge.Finding;
import org.biograd.conform.judge.Judge;
import org.biograd.kit.generate.CaseBounds;

/** Asks a program single cases, outside the great stream, and says what is wrong with each answer. */
final class Examiner implements AutoCloseable {

    private static final String GROUP = "";

    private final CaseSource source;
    private final CaseBounds bounds;
    private final Judge judge = new Judge();
    private final Map<String, Optional<Finding>> found = new HashMap<>();
    private final Exchange exchange;
    private long asked;

    /**
     * An examiner of a program.
     *
     * @param bounds what cases may ask for
     * @param patience how often the program may end or hang
     */
    Examiner(Program program, CaseSource source, CaseBounds bounds, int patience) {
        this.source = source;
        this.bounds = bounds;
        // What else the program does wrong has been counted in the great stream.
        exchange = new Exchange(program, patience, false, new Faults(), new Exchange.Listener() {
            @Override
            public void answered(Asked asked, Answer answer) {
                found.put(asked.id(), judge.judge(asked, answer));
            }

            @Override
            public void failed(Asked asked, Verdict verdict, String detail) {
                found.put(asked.id(), Optional.of(judge.failure(asked, verdict, detail)));
            }
        });
    }

    /** From a time on no case is asked any more. */
    void until(long nanoTime) {
        exchange.until(nanoTime);
    }

    /** Whether the program has ended or hung so often that it is not asked any more. */
    boolean spent() {
        return exchange.gaveUp(GROUP);
    }

    /** How many cases were asked. */
    long asked() {
        return asked;
    }

    /** What is wrong with a case under its own id; an empty outer value where the program gave up before it. */
    Optional<Optional<Finding>> again(ObjectNode question) throws NotRunException, InterruptedException {
        found.clear();
        String id = question.path("id").asText();
        Optional<ObjectNode> expected = source.answer(question);
        if (expected.isPresent()) {
            exchange.ask(judge.asked(GROUP, 0, id, question, expected.get()));
            exchange.settle();
        }
        asked++;
        return Optional.ofNullable(found.get(id));
    }

    private boolean admitted(ObjectNode question) {
        return bounds.admit(question.path("op").asText(), question.path("params"), question.path("in"));
    }

    /**
     * What is wrong with the answer to each of some cases; nothing for those that are right, that are no cases or that
     * may not be asked.
     */
    List<Optional<Finding>> examine(List<ObjectNode> questions) throws NotRunException, InterruptedException {
        found.clear();
        List<String> ids = new ArrayList<>();
        for (ObjectNode question : questions) {
            String id = "small-" + (ids.size() + asked);
            ids.add(id);
            Optional<ObjectNode> expected = admitted(question) ? source.answer(question) : Optional.empty();
            if (expected.isPresent()) {
                ObjectNode named = question.deepCopy();
                named.put("id", id);
                exchange.ask(judge.asked(GROUP, ids.size(), id, named, expected.get()));
            }
        }
        exchange.settle();
        asked += ids.size();
        List<Optional<Finding>> findings = new ArrayList<>();
        for (String id : ids) {
            findings.add(found.getOrDefault(id, Optional.empty()));
        }
        return findings;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
