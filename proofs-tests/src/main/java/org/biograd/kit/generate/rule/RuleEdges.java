package org.biograd.kit.generate.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.Dice;
import org.biograd.kit.generate.Flag;
import org.biograd.kit.generate.ProfileChange;
import org.biograd.kit.generate.Question;
import org.biograd.spec.profile.Profile;

/**
 * Directed cases: each says what its answer has to show, and networks are drawn, always the same ones, until one does.
 */
final class RuleEdges {

    private static final int TRIALS = 3000;

    private final RuleQuestions questions;
    private final List<Question> all = new ArrayList<>();
    private final List<Object> changes = new ArrayList<>();
    private final Map<String, Integer> settings = new TreeMap<>();
    private Map<String, Integer> base = Map.of();
    private Object[] baseChanges = {};
    private int[] sizes = {3, 2, 2};
    private boolean silent;
    private int label = -1;

    RuleEdges(RuleQuestions questions) {
        this.questions = questions;
    }

    /** What all cases have unless they say something else: settings, and changes of the small profile. */
    void base(Map<String, Integer> ofAll, Object... profile) {
        base = ofAll;
        baseChanges = profile;
    }

    /** The next case has other values in its profile, key and value alternating. */
    RuleEdges with(Object... profile) {
        changes.addAll(List.of(profile));
        return this;
    }

    /** The next case has another setting. */
    RuleEdges set(String key, int value) {
        settings.put(key, value);
        return this;
    }

    /** The next case has other sizes. */
    RuleEdges sizes(int... other) {
        sizes = other;
        return this;
    }

    /** The next case hears nothing. */
    RuleEdges silent() {
        silent = true;
        return this;
    }

    /** The next case has this label. */
    RuleEdges label(int k) {
        label = k;
        return this;
    }

    /** A case with an event of a word, in which weights move. */
    void saturates(String word, String comment) {
        shows(out -> out.path("events").has(word), comment, Flag.SATURATION);
    }

    /** A case in which weights of all layers move and something more is to be seen. */
    void learns(Predicate<ObjectNode> seen, String comment, Flag... flags) {
        shows(out -> RuleQuestions.learns(out) && seen.test(out), comment, flags);
    }

    /**
     * A case whose answer shows something.
     *
     * @throws IllegalStateException where no network was drawn that does
     */
    void shows(Predicate<ObjectNode> seen, String comment, Flag... flags) {
        List<Object> profileChanges = new ArrayList<>(List.of(baseChanges));
        profileChanges.addAll(changes);
        Profile profile = ProfileChange.of(ProfileChange.SMALL, profileChanges.toArray());
        Map<String, Integer> values = new TreeMap<>(base);
        values.putAll(settings);
        Dice dice = new Dice(0, questions.rule(), all.size());
        boolean[] found = {false};
        Question question = questions.first(() -> draw(profile, values, dice), TRIALS, out -> {
            found[0] = seen.test(out);
            return found[0];
        });
        if (!found[0]) {
            throw new IllegalStateException(questions.rule() + ": no network shows: " + comment);
        }
        all.add(question.flags(flags).comment(comment));
        changes.clear();
        settings.clear();
        sizes = new int[] {3, 2, 2};
        silent = false;
        label = -1;
    }

    private Question draw(Profile profile, Map<String, Integer> values, Dice dice) {
        Question question = questions.drawn(profile, values, sizes, !dice.oneIn(3), dice);
        if (silent) {
            question.in("x", Json.of(new int[profile.time().steps()][sizes[0]]));
        }
        if (label >= 0) {
            question.in().put("label", label);
        }
        return question;
    }

    /** Adds a case that stands as it is. */
    void add(Question question, String comment, Flag... flags) {
        all.add(question.flags(flags).comment(comment));
    }

    /** The cases so far. */
    List<Question> all() {
        return all;
    }

    /** Whether two numbers of a row are equal and the largest of it, and the class is the first of them. */
    static boolean largestTwice(JsonNode row) {
        long most = Long.MIN_VALUE;
        int many = 0;
        for (JsonNode value : row) {
            many = value.asLong() > most ? 1 : value.asLong() == most ? many + 1 : many;
            most = Math.max(most, value.asLong());
        }
        return many > 1;
    }
}
