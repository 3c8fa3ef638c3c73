package org.biograd.conform.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.biograd.kit.cases.Text;

/**
 * The first place where an answer is not the right one: first in time, and within a step first in the order in which
 * signals are listed.
 *
 * @param signal the field of {@code out}, without indices
 * @param indices where in the field, outermost first
 * @param layout which of the indices are layer and step
 * @param step the step, from 0, where the field runs in time
 * @param expected the right value, a missing node where there should be none
 * @param got the value of the program, a missing node where there is none
 * @param bits the width of the word, or 0 where it is not known
 * @param form whether the form is wrong and not a value
 * @param count how many places differ
 */
public record Discrepancy(
        String signal,
        List<Integer> indices,
        Steps.Layout layout,
        OptionalInt step,
        JsonNode expected,
        JsonNode got,
        int bits,
        boolean form,
        long count) {

    /** For example {@code out.v[3]}. */
    public String path() {
        return "out." + signal + indices.stream().map(i -> "[" + i + "]").collect(Collectors.joining());
    }

    /** For example {@code v at step 3: expected 64 (0x000040), got 0 (0x000000)}. */
    public String words() {
        String more = count > 1 ? "; " + (count - 1) + " more in this case" : "";
        return place() + ": expected " + value(expected, got) + ", got " + value(got, expected) + more;
    }

    /** For example {@code u of layer 2 at step 3, index 5}. */
    private String place() {
        int layers = layout.layer();
        int steps = layout.step();
        if (Math.max(layers, steps) < 0 || Math.max(layers, steps) > 1 || indices.size() <= Math.max(layers, steps)) {
            return path() + (step.isPresent() ? " at step " + step.getAsInt() : "");
        }
        StringBuilder place = new StringBuilder(signal);
        if (layers >= 0) {
            place.append(" of layer ").append(indices.get(layers) + Steps.firstLayer(signal));
        }
        step.ifPresent(t -> place.append(" at step ").append(t));
        for (int i = 0; i < indices.size(); i++) {
            if (i != layers && i != steps) {
                place.append(", index ").append(indices.get(i));
            }
        }
        return place.toString();
    }

    /** The right value, decimal and hexadecimal. */
    public String expectedWords() {
        return value(expected, got);
    }

    /** The program's value, decimal and hexadecimal. */
    public String gotWords() {
        return value(got, expected);
    }

    private String value(JsonNode node, JsonNode other) {
        if (!Leaf.isWord(node)) {
            return Text.describe(node);
        }
        long word = Leaf.word(node);
        int width = bits > 0 && Leaf.fits(word, bits)
                ? bits
                : Math.max(Leaf.width(word), Leaf.isWord(other) ? Leaf.width(Leaf.word(other)) : 0);
        return word + " (" + Leaf.hex(word, width) + ")";
    }
}
