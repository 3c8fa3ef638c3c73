package org.biograd.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Case;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.cases.CaseReader;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.LineReader;
import org.biograd.kit.cases.Text;
import org.biograd.kit.reference.Arithmetic;

/** Recomputes cases, compares, and counts what passed; holds one case at a time. */
public final class Checks {

    private static final int MAX_CLAUSE = 64;
    private static final int MAX_CLAUSES = 10_000;
    private static final int MAX_UNKNOWN = 100;

    /** Is told what is wrong as soon as it is found. */
    public interface Listener {

        /**
         * A case expects something else than what was computed; the message names file, line, id, field and both
         * values.
         */
        void differs(String message);

        /** A line, or a whole file, cannot be checked. */
        void malformed(String message);
    }

    private static final class Count {
        private long passed;
        private long all;

        private void add(boolean pass) {
            passed += pass ? 1 : 0;
            all++;
        }

        @Override
        public String toString() {
            return passed + " of " + all + " cases passed";
        }
    }

    private final Listener listener;
    private final ObjectMapper mapper = CaseJson.mapper();
    private final Map<String, Count> operations = new TreeMap<>();
    private final Map<String, Count> clauses = new TreeMap<>();
    private final Map<String, Long> unknown = new TreeMap<>();
    private long differing;
    private long malformed;

    /** Nothing checked yet. */
    public Checks(Listener listener) {
        this.listener = listener;
    }

    /**
     * Checks the cases of one file.
     *
     * @param name what messages call it
     * @param in cases with {@code out}, one a line, in UTF-8
     * @throws IOException where it cannot be read
     */
    public void file(String name, InputStream in) throws IOException {
        LineReader lines = new LineReader(in, LineReader.MAX_LENGTH);
        CaseReader reader = new CaseReader(mapper);
        Names names = new Names();
        boolean any = false;
        while (lines.next()) {
            if (lines.blank()) {
                continue;
            }
            any = true;
            try {
                Case given = reader.read(lines);
                if (!names.add(given.id())) {
                    throw BadCaseException.field(
                            "id",
                            "\"" + Text.shorten(given.id()) + "\" again; each case of a file needs a name of its own");
                }
                check(name, lines.number(), given);
            } catch (BadCaseException e) {
                malformed(at(name, lines.number(), reader.id()) + e.getMessage());
            } catch (OutOfMemoryError e) {
                // Whatever the case had allocated is free again; the next one may be small.
                malformed(at(name, lines.number(), reader.id())
                        + "too large for the memory that Java has (JDK_JAVA_OPTIONS=-Xmx4g gives more)");
            }
        }
        if (!any) {
            malformed(Text.shorten(name) + ": no case; at least one line with a case is needed");
        }
    }

    private void check(String name, long line, Case given) throws BadCaseException {
        Set<String> about = clauses(given.clause());
        if (!given.hasOut()) {
            throw BadCaseException.field(
                    "out", "missing; what the case expects is needed, or 'biograd answer' to compute it");
        }
        JsonNode computed = Operations.answer(given);
        Comparison comparison = Comparison.of(given.out(), computed, Arithmetic.ofAnswer(given.params()));
        Difference difference = comparison.difference();
        boolean pass = difference == null;
        operations.computeIfAbsent(given.op(), op -> new Count()).add(pass);
        for (String clause : about) {
            if (clauses.containsKey(clause) || clauses.size() < MAX_CLAUSES) {
                clauses.computeIfAbsent(clause, c -> new Count()).add(pass);
            }
        }
        for (String field : comparison.unknown()) {
            String key = given.op() + ", " + field;
            if (unknown.containsKey(key) || unknown.size() < MAX_UNKNOWN) {
                unknown.merge(key, 1L, Long::sum);
            }
        }
        if (!pass) {
            differing++;
            listener.differs(at(name, line, given.id()) + difference);
        }
    }

    private static Set<String> clauses(JsonNode node) throws BadCaseException {
        Set<String> clauses = new LinkedHashSet<>();
        if (node.isMissingNode()) {
            return clauses;
        }
        if (!node.isArray()) {
            throw Fields.wrong(node, "clause", "an array of clause names is needed, or no such field");
        }
        for (int i = 0; i < node.size(); i++) {
            String clause = Fields.text(node.get(i), "clause[" + i + "]");
            if (clause.length() > MAX_CLAUSE) {
                throw Fields.wrong(
                        node.get(i), "clause[" + i + "]", "a name of at most " + MAX_CLAUSE + " characters is needed");
            }
            clauses.add(clause);
        }
        return clauses;
    }

    private void malformed(String message) {
        malformed++;
        listener.malformed(message);
    }

    private static String at(String name, long line, String id) {
        return Text.shorten(name) + ": line " + line + ": " + (id == null ? "" : Text.shorten(id) + ": ");
    }

    /** How many cases differ. */
    public long differing() {
        return differing;
    }

    /** How many lines, or files without a case, could not be checked. */
    public long malformed() {
        return malformed;
    }

    /** What passed, a line for each operation and each clause; then the fields that were not compared. */
    public List<String> summary() {
        List<String> summary = new ArrayList<>();
        operations.forEach((op, count) -> summary.add(Text.shorten(op) + ": " + count));
        clauses.forEach((clause, count) -> summary.add("clause " + Text.shorten(clause) + ": " + count));
        unknown.forEach((field, cases) -> summary.add(field + ": not compared in " + cases
                + (cases == 1 ? " case" : " cases") + ", for the operation does not compute it"));
        return summary;
    }
}
