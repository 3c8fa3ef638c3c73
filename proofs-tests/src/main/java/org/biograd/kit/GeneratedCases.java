package org.biograd.kit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.CaseBounds;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/** The cases of one operation: the directed ones first, then random ones. */
final class GeneratedCases implements CaseStream {

    private static final int DIGITS = 6;
    private static final int TRIALS = 2000;

    private final String op;
    private final Catalogue.Entry entry;
    private final long cases;
    private final long seed;
    private final Profile profile;
    private final CaseBounds bounds;
    private final List<Question> directed;
    private long number = -1;
    private Question current;

    GeneratedCases(String op, Catalogue.Entry entry, long cases, long seed, Profile profile, CaseBounds bounds) {
        this.op = op;
        this.entry = entry;
        this.cases = cases;
        this.seed = seed;
        this.profile = profile;
        this.bounds = bounds;
        this.directed =
                entry.generator().directed().stream().filter(this::admitted).toList();
    }

    private boolean admitted(Question question) {
        return bounds.admit(op, question.params(), question.in());
    }

    @Override
    public boolean advance() {
        if (number + 1 >= cases) {
            return false;
        }
        number++;
        current = number < directed.size() ? directed.get((int) number) : random();
        return current != null;
    }

    /** A random question within the bounds, or null where none was drawn in many trials. */
    private Question random() {
        Dice dice = new Dice(seed, op, number, bounds);
        for (int trial = 0; trial < TRIALS; trial++) {
            Question question = entry.generator().random(dice, profile);
            if (admitted(question)) {
                return question;
            }
        }
        return null;
    }

    @Override
    public String id() {
        String digits = Long.toString(number);
        return op + "-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }

    @Override
    public String op() {
        return op;
    }

    @Override
    public int level() {
        return entry.level();
    }

    @Override
    public List<String> clauses() {
        return current.clauses();
    }

    @Override
    public ObjectNode question() {
        ObjectNode question = Json.object();
        question.put("id", id());
        question.put("op", op);
        ArrayNode clauses = question.putArray("clause");
        current.clauses().forEach(clauses::add);
        ArrayNode flags = question.putArray("flags");
        for (Flag flag : current.flags()) {
            flags.add(flag.symbol());
        }
        if (current.comment() != null) {
            question.put("comment", current.comment());
        }
        // Copies, for a directed question may be asked again.
        question.set("params", current.params().deepCopy());
        question.set("in", current.in().deepCopy());
        return question;
    }

    @Override
    public ObjectNode expected() {
        if (current.answer().isPresent()) {
            return current.answer().get().deepCopy();
        }
        try {
            return Operations.answer(op, current.params(), current.in());
        } catch (BadCaseException e) {
            throw new IllegalStateException(
                    "a case was made that cannot be answered: " + id() + ": " + e.getMessage(), e);
        }
    }
}
