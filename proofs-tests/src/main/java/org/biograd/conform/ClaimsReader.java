package org.biograd.conform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.biograd.kit.cases.CaseJson;
import org.biograd.kit.cases.Text;
import org.biograd.spec.profile.Profiles;

/**
 * Reads a file of claims, and refuses what it does not understand: a claim that is misspelt would silently claim
 * everything.
 */
public final class ClaimsReader {

    /** The most bytes of a file. */
    public static final int MAX_BYTES = 1 << 20;

    private static final Set<String> KEYS =
            new LinkedHashSet<>(List.of("name", "version", "operations", "profiles", "emulators", "limits", "events"));
    private static final Set<String> LIMITS = new LinkedHashSet<>(List.of("maxSteps", "widths"));
    private static final Set<String> EMULATORS = new LinkedHashSet<>(List.of("lava", "nengo", "brian2loihi"));
    private static final int MAX_TEXT = 200;
    private static final int MAX_WIDTH = 64;

    private final Set<String> operations;

    private ClaimsReader(Set<String> operations) {
        this.operations = operations;
    }

    /**
     * The claims of a file.
     *
     * @param bytes what is in it, at most {@value #MAX_BYTES}
     * @param operations that can be claimed
     * @throws IllegalArgumentException where it is no file of claims; the message names field and value, and what
     *     would be right
     */
    public static Claims read(byte[] bytes, Set<String> operations) {
        JsonNode root;
        try {
            root = CaseJson.mapper()
                    .reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(bytes);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IllegalArgumentException(
                    "line " + line + ": not valid JSON: " + Text.shorten(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new IllegalArgumentException("not text in UTF-8");
        }
        return new ClaimsReader(operations).claims(root);
    }

    private Claims claims(JsonNode root) {
        if (!root.isObject()) {
            throw new IllegalArgumentException(
                    Text.describe(root) + "; a JSON object with some of " + KEYS + " is needed");
        }
        requireKnown(root, "", KEYS);
        JsonNode limits = root.path("limits");
        if (!limits.isMissingNode() && !limits.isObject()) {
            throw wrong("limits", limits, "an object is needed");
        }
        requireKnown(limits, "limits.", LIMITS);
        return new Claims(
                text(root, "name"),
                text(root, "version"),
                choices(root, "operations", operations, false).map(TreeSet::new),
                choices(root, "profiles", Profiles.NAMES, false),
                choices(root, "emulators", EMULATORS, true).map(TreeSet::new),
                maxSteps(limits.path("maxSteps")),
                widths(limits.path("widths")),
                events(root.path("events")));
    }

    private static void requireKnown(JsonNode node, String path, Set<String> known) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!known.contains(field.getKey())) {
                throw new IllegalArgumentException(
                        "field " + path + Text.shorten(field.getKey()) + ": unknown; known are " + known);
            }
        }
    }

    private static String text(JsonNode root, String key) {
        JsonNode node = root.path(key);
        if (!node.isMissingNode() && (!node.isTextual() || node.textValue().length() > MAX_TEXT)) {
            throw wrong(key, node, "a string of at most " + MAX_TEXT + " characters is needed");
        }
        return Text.shorten(node.asText(""));
    }

    private static Optional<List<String>> choices(
            JsonNode root, String key, Collection<String> known, boolean mayBeEmpty) {
        JsonNode node = root.path(key);
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isArray() || node.isEmpty() && !mayBeEmpty) {
            throw wrong(key, node, "an array of names is needed");
        }
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            JsonNode name = node.get(i);
            if (!name.isTextual() || !known.contains(name.textValue())) {
                throw wrong(key + "[" + i + "]", name, "one of " + known + " is needed");
            }
            if (chosen.contains(name.textValue())) {
                throw wrong(key + "[" + i + "]", name, "claimed already");
            }
            chosen.add(name.textValue());
        }
        return Optional.of(chosen);
    }

    private static boolean events(JsonNode node) {
        if (!node.isMissingNode() && !node.isBoolean()) {
            throw wrong("events", node, "true or false is needed");
        }
        return node.asBoolean(true);
    }

    private static OptionalInt maxSteps(JsonNode node) {
        if (node.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!node.isInt() || node.intValue() < 1) {
            throw wrong("limits.maxSteps", node, "an integer of at least 1 is needed");
        }
        return OptionalInt.of(node.intValue());
    }

    private static Optional<Set<Integer>> widths(JsonNode node) {
        if (node.isMissingNode()) {
            return Optional.empty();
        }
        if (!node.isArray() || node.isEmpty()) {
            throw wrong("limits.widths", node, "an array of widths in bits is needed");
        }
        Set<Integer> widths = new TreeSet<>();
        for (int i = 0; i < node.size(); i++) {
            JsonNode width = node.get(i);
            if (!width.isInt() || width.intValue() < 1 || width.intValue() > MAX_WIDTH) {
                throw wrong("limits.widths[" + i + "]", width, "an integer of 1.." + MAX_WIDTH + " is needed");
            }
            widths.add(width.intValue());
        }
        return Optional.of(widths);
    }

    private static IllegalArgumentException wrong(String field, JsonNode node, String right) {
        return new IllegalArgumentException("field " + field + ": " + Text.describe(node) + "; " + right);
    }
}
