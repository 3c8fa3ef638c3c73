package org.biograd.conform.shrink;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.biograd.conform.exchange.NotRunException;
import org.biograd.conform.exchange.Program;
import org.biograd.conform.exchange.Verdict;
import org.biograd.conform.judge.CaseSource;
import org.biograd.conform.judge.Discrepancy;
import org.biograd.conform.judge.Finding;
import org.biograd.conform.judge.Leaf;
import org.biograd.conform.judge.Steps;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.CaseBounds;

/**
 * Makes a failing case small: first fewer steps, then fewer neurons, layers or operands, then smaller numbers, again
 * and again until nothing helps. Every smaller case is answered by the golden model, which refuses what is no case, and
 * asked; it is kept if it fails too.
 *
 * <p>The same program with the same answers leads to the same small case, unless the time runs out.
 */
public final class Shrinker {

    private static final int MAX_CASES = 6000;
    private static final int MAX_CASES_OF_THE_DYING = 200;
    private static final int MAX_CASES_OF_THE_HANGING = 6;
    private static final long MAX_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int BATCH = 32;
    private static final int MAX_SWEEPS = 10;
    private static final int MAX_PLACES = 300;
    private static final int MAX_MERGED = 32;

    private final Program program;
    private final CaseSource source;
    private final CaseBounds bounds;
    private Examiner examiner;
    private Finding smallest;
    private int limit;
    private int batch;
    private long end;

    /**
     * A shrinker.
     *
     * @param bounds what cases may ask for, however small
     */
    public Shrinker(Program program, CaseSource source, CaseBounds bounds) {
        this.program = program;
        this.source = source;
        this.bounds = bounds;
    }

    /**
     * Makes a case small.
     *
     * @return the case and the smallest found, and what became of the case when it was asked again by itself
     */
    public Failure shrink(Finding finding) throws NotRunException, InterruptedException {
        limit = finding.verdict().goesOn()
                ? MAX_CASES
                : finding.verdict() == Verdict.DIED ? MAX_CASES_OF_THE_DYING : MAX_CASES_OF_THE_HANGING;
        batch = finding.verdict().goesOn() ? BATCH : 1;
        end = System.nanoTime() + MAX_NANOS;
        smallest = finding;
        try (Examiner opened = new Examiner(program, source, bounds, limit)) {
            examiner = opened;
            Optional<Optional<Finding>> again = examiner.again(finding.question());
            if (again.isEmpty()) {
                return new Failure(finding, finding, 1, Failure.Again.NOT_ASKED, "");
            }
            if (again.get().isEmpty()) {
                return new Failure(finding, finding, 1, Failure.Again.PASSES, "");
            }
            if (!alike(again.get().get())) {
                String words = again.get().get().words();
                return new Failure(finding, finding, 1, Failure.Again.FAILS_OTHERWISE, words);
            }
            examiner.until(end);
            sweeps();
            ObjectNode named = smallest.question().deepCopy();
            named.put("id", finding.question().path("id").asText());
            if (!named.equals(finding.question())) {
                // They tell why the case was drawn, which the small one may have left behind.
                named.remove(List.of("flags", "comment"));
            }
            Finding small = new Finding(
                    named,
                    smallest.expected(),
                    smallest.got(),
                    smallest.verdict(),
                    smallest.detail(),
                    smallest.discrepancy());
            return new Failure(finding, small, examiner.asked(), Failure.Again.FAILS, "");
        }
    }

    /** Whether a case fails in the same way, and in the same field: else it would show another fault. */
    private boolean alike(Finding other) {
        return way(smallest) == way(other) && field(smallest).equals(field(other));
    }

    // A spike and the voltage after its reset are one: which of them shows that it is wrong depends on the numbers.
    private static String field(Finding finding) {
        String signal = finding.discrepancy().map(Discrepancy::signal).orElse("");
        boolean spike =
                signal.equals("s") && finding.question().path("op").asText().equals("lif.run");
        return spike ? "v" : signal;
    }

    // Whether a program that ends is seen to end, or to leave its input unanswered, is a matter of moments.
    private static Verdict way(Finding finding) {
        return finding.verdict() == Verdict.NO_ANSWER ? Verdict.DIED : finding.verdict();
    }

    private void sweeps() throws NotRunException, InterruptedException {
        for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
            Finding before = smallest;
            shorten();
            zero("in");
            lessen("params");
            lessen("in");
            if (smallest == before || over()) {
                return;
            }
        }
    }

    private boolean over() {
        return examiner.asked() >= limit || examiner.spent() || System.nanoTime() > end;
    }

    /** Keeps the first of some cases that fails; false where none does. */
    private boolean keep(List<ObjectNode> candidates) throws NotRunException, InterruptedException {
        for (int from = 0; from < candidates.size() && !over(); from += batch) {
            List<ObjectNode> some = candidates.subList(from, Math.min(candidates.size(), from + batch));
            for (Optional<Finding> found : examiner.examine(some)) {
                if (found.isPresent() && alike(found.get())) {
                    smallest = found.get();
                    return true;
                }
            }
        }
        return false;
    }

    private void shorten() throws NotRunException, InterruptedException {
        keep(CompartmentGuesses.of(source, smallest));
        boolean shorter = true;
        while (shorter && !over()) {
            shorter = false;
            for (Axes.Axis axis : Axes.of(smallest.question())) {
                if (shorten(axis)) {
                    // Other axes may have had the same length, and no longer have.
                    shorter = true;
                    break;
                }
            }
            shorter = shorter || keep(NetworkCuts.of(smallest.question()));
        }
        merge();
    }

    private boolean shorten(Axes.Axis axis) throws NotRunException, InterruptedException {
        ObjectNode question = smallest.question();
        int first = smallest.discrepancy()
                .map(d -> d.step()
                        .orElse(
                                d.indices().isEmpty()
                                        ? axis.length()
                                        : d.indices().get(0)))
                .orElse(axis.length());
        List<ObjectNode> candidates = new ArrayList<>();
        if (first < axis.length()) {
            // What comes after the first difference cannot matter in time, and what is beside it seldom does.
            add(candidates, question, axis, first + 1, axis.length());
            add(candidates, question, axis, 0, first);
        }
        add(candidates, question, axis, 1, axis.length());
        for (int size = axis.length() / 2; size > 0; size /= 2) {
            for (int from = 0; from + size <= axis.length(); from += size) {
                add(candidates, question, axis, from, from + size);
            }
        }
        return keep(candidates);
    }

    private static void add(List<ObjectNode> candidates, ObjectNode question, Axes.Axis axis, int from, int to) {
        if (from < to && to - from < axis.length()) {
            candidates.add(Axes.without(question, axis, from, to));
        }
    }

    /** Where a step cannot be left out, its input may do as well in the next one. */
    private void merge() throws NotRunException, InterruptedException {
        boolean shorter = true;
        while (shorter && !over()) {
            int steps = Steps.of(smallest.question());
            List<ObjectNode> candidates = new ArrayList<>();
            for (Axes.Axis axis : Axes.of(smallest.question())) {
                for (int i = 0; axis.length() == steps && steps <= MAX_MERGED && i + 1 < steps; i++) {
                    ObjectNode copy = smallest.question().deepCopy();
                    if (merge(copy, axis, i)) {
                        candidates.add(Axes.without(copy, axis, i, i + 1));
                    }
                }
            }
            shorter = keep(candidates);
        }
    }

    private static boolean merge(ObjectNode question, Axes.Axis axis, int i) {
        boolean merged = false;
        for (String way : axis.ways()) {
            for (ArrayNode array : Axes.arrays(question, way.split("/"), 0, new ArrayList<>())) {
                if (Leaf.isWord(array.get(i)) && Leaf.isWord(array.get(i + 1))) {
                    array.set(i + 1, Json.word(Leaf.word(array.get(i)) + Leaf.word(array.get(i + 1))));
                    merged = true;
                }
            }
        }
        return merged;
    }

    private void zero(String part) throws NotRunException, InterruptedException {
        List<String> places = SmallerValues.places(smallest.question(), part);
        int size = places.size();
        while (size > 0 && !over()) {
            places = SmallerValues.places(smallest.question(), part);
            List<ObjectNode> candidates = new ArrayList<>();
            for (int from = 0; from < places.size(); from += size) {
                candidates.add(SmallerValues.zero(
                        smallest.question(), places.subList(from, Math.min(places.size(), from + size))));
            }
            if (!keep(candidates)) {
                size /= 2;
            }
        }
    }

    private void lessen(String part) throws NotRunException, InterruptedException {
        List<String> places = SmallerValues.places(smallest.question(), part);
        for (String place : places.subList(0, Math.min(MAX_PLACES, places.size()))) {
            boolean smaller = true;
            while (smaller && !over()) {
                smaller = keep(SmallerValues.smaller(smallest.question(), place));
            }
        }
    }
}
