package org.biograd.conform.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.biograd.kit.cases.Text;

/**
 * The first place where an answer is not the right one: first in the order in which values arise ({@link Order}).
 *
 * @param signal the field of {@code out}, without indices
 * @param path the place, for example {@code out.v[3]}
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
        String path,
        List<Integer> indices,
        Steps.Layout layout,
        OptionalInt step,
        JsonNode expected,
        JsonNode got,
        int bits,
        boolean form,
        long count) {

    /** The same, of so many places that differ. */
    Discrepancy withCount(long places) {
        return new Discrepancy(signal, path, indices, layout, step, expected, got, bits, form, places);
    }

    /** For example {@code v at step 3: expected 64 (0x000040), got 0 (0x000000)}. */
    public String words() {
        String more = count > 1 ? "; " + (count - 1) + " more in this case" : "";
        return place() + ": expected " + value(expected, got) + ", got " + value(got, expected) + more;
    }

    /** For example {@code u of layer 2 at step 3, index 5}. */
    private String place() {
        List<Integer> kinds = List.of(layout.sleeper(), layout.layer(), layout.step(), layout.trajectory());
        int deepest = Collections.max(kinds);
        if (deepest < 0 || indices.size() <= deepest) {
            return path + (step.isPresent() ? " at step " + step.getAsInt() : "");
        }
        StringBuilder place = new StringBuilder(signal.substring(signal.lastIndexOf('.') + 1));
        layer().ifPresent(layer -> place.append(" of layer ").append(layer));
        sleeper().ifPresent(layer -> place.append(" in the sleep of layer ").append(layer));
        if (layout.trajectory() >= 0) {
            place.append(" of trajectory ").append(indices.get(layout.trajectory()));
        }
        step.ifPresent(t -> place.append(" at step ").append(t));
        for (int i = 0; i < indices.size(); i++) {
            if (!kinds.contains(i)) {
                place.append(", index ").append(indices.get(i));
            }
        }
        return place.toString();
    }

    /** The layer, from 1, where the field has layers and the place goes that far. */
    public OptionalInt layer() {
        int at = layout.layer();
        int below = sleeper().orElse(0);
        return at < 0 || at >= indices.size()
                ? OptionalInt.empty()
                : OptionalInt.of(below + indices.get(at) + Steps.firstLayer(signal));
    }

    /** The sleeping layer, from 1, where one sleeps. */
    public OptionalInt sleeper() {
        int at = layout.sleeper();
        return at < 0 || at >= indices.size() ? OptionalInt.empty() : OptionalInt.of(indices.get(at) + 1);
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
