package org.biograd.kit.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.biograd.kit.cases.Json;

/** What a case asks, and why; grows by calls. */
public final class Question {

    private final List<String> clauses;
    private final List<Flag> flags = new ArrayList<>();
    private final ObjectNode params = Json.object();
    private final ObjectNode in = Json.object();
    private String comment;
    private ObjectNode answer;

    private Question(List<String> clauses) {
        this.clauses = clauses;
    }

    /** A question about some clauses. */
    public static Question of(String... clauses) {
        return new Question(List.of(clauses));
    }

    /** Says what kinds of fault it shows. */
    public Question flags(Flag... more) {
        flags.addAll(Arrays.asList(more));
        return this;
    }

    /** Says in words what is to be seen. */
    public Question comment(String text) {
        comment = text;
        return this;
    }

    /** Sets a constant. */
    public Question param(String name, long value) {
        params.put(name, value);
        return this;
    }

    /** Sets a constant. */
    public Question param(String name, String value) {
        params.put(name, value);
        return this;
    }

    /** Sets an input. */
    public Question in(String name, JsonNode value) {
        in.set(name, value);
        return this;
    }

    /** Sets an input of words. */
    public Question in(String name, long... values) {
        return in(name, Json.words(values));
    }

    /** Keeps the right answer, which was needed to draw the question; it is not changed any more. */
    public Question answered(ObjectNode out) {
        answer = out;
        return this;
    }

    /** The right answer where it is known already. */
    public Optional<ObjectNode> answer() {
        return Optional.ofNullable(answer);
    }

    /** The clauses. */
    public List<String> clauses() {
        return clauses;
    }

    /** The flags. */
    public List<Flag> flags() {
        return flags;
    }

    /** The comment, or null. */
    public String comment() {
        return comment;
    }

    /** The constants, to be added to. */
    public ObjectNode params() {
        return params;
    }

    /** The inputs, to be added to. */
    public ObjectNode in() {
        return in;
    }
}
