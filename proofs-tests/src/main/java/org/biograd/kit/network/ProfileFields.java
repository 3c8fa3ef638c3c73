package org.biograd.kit.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.biograd.kit.cases.BadCaseException;
import org.biograd.kit.cases.Fields;
import org.biograd.kit.cases.Json;
import org.biograd.spec.FeedbackStart;
import org.biograd.spec.profile.InvalidProfileException;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;

/** A whole profile as an object: every key of PROF-1 with its value. */
public final class ProfileFields {

    private static final String PATH = "params.profile";
    private static final int MOST_KEYS = 100;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern PROBLEM = Pattern.compile(Pattern.quote(PATH) + "(?::[0-9]+)?: (.*)");

    private ProfileFields() {}

    /** The profile that the params of a case give. */
    public static Profile read(JsonNode params) throws BadCaseException {
        JsonNode node = Fields.object(params.path("profile"), PATH);
        if (node.size() > MOST_KEYS) {
            throw Fields.wrong(node, PATH, "at most " + MOST_KEYS + " keys are needed");
        }
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            if (!WORD.matcher(key).matches()
                    || !(value.isIntegralNumber() || value.isTextual())
                    || !WORD.matcher(value.asText()).matches()) {
                throw Fields.wrong(value, PATH + "." + key, "an integer or a name is needed");
            }
            text.append(key).append(" = ").append(value.asText()).append('\n');
        }
        try {
            return ProfileReader.read(PATH, text.toString());
        } catch (InvalidProfileException e) {
            Matcher problem = PROBLEM.matcher(e.getMessage());
            throw new BadCaseException("field " + (problem.matches() ? PATH + "." + problem.group(1) : e.getMessage()));
        }
    }

    /**
     * The profile with its feedback weights starting at random: whatever a case replaces need not be computed, nor fit.
     */
    public static Profile startingAtRandom(Profile profile) {
        ObjectNode object = write(profile);
        object.put("feedback.start", FeedbackStart.RANDOM.name());
        try {
            return read(Json.object().set("profile", object));
        } catch (BadCaseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a profile. */
    public static ObjectNode write(Profile profile) {
        ObjectNode object = Json.object();
        for (String line : ProfileReader.write(profile).split("\n")) {
            String[] parts = line.split("=", 2);
            String value = parts[1].strip();
            if (value.matches("-?[0-9]+")) {
                object.put(parts[0].strip(), Integer.parseInt(value));
            } else {
                object.put(parts[0].strip(), value);
            }
        }
        return object;
    }
}
