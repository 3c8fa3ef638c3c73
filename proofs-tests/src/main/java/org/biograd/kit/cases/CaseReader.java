package org.biograd.kit.cases;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads one line into a case, and remembers its id even where the rest cannot be read. */
public final class CaseReader {

    private static final Set<String> KNOWN = Set.of("id", "op", "clause", "params", "in", "out");
    private static final int MAX_ID = 256;

    private final ObjectMapper mapper;
    private String id;

    /** A reader of the JSON of cases. */
    public CaseReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The id of the last line, or null where it was not found. */
    public String id() {
        return id;
    }

    /** The case of the current line. */
    public Case read(LineReader line) throws BadCaseException, IOException {
        id = null;
        if (line.tooLong()) {
            throw new BadCaseException("longer than 64 MiB; a case has to be at most that long");
        }
        requireUtf8(line);
        try (JsonParser json = mapper.getFactory().createParser(line.bytes(), 0, line.length())) {
            try {
                return read(json);
            } catch (JsonProcessingException e) {
                throw malformed(json, e);
            }
        }
    }

    // The parser would otherwise guess UTF-16 or UTF-32 from such a beginning.
    private static void requireUtf8(LineReader line) throws BadCaseException {
        for (int i = 0; i < Math.min(4, line.length()); i++) {
            byte b = line.bytes()[i];
            if (b == 0 || b == (byte) 0xFE || b == (byte) 0xFF) {
                throw new BadCaseException("not text in UTF-8; a case is one JSON object on a line");
            }
        }
    }

    private Case read(JsonParser json) throws IOException, BadCaseException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new BadCaseException("not a JSON object; a case is one JSON object on a line");
        }
        Map<String, JsonNode> fields = new HashMap<>();
        int outBegin = -1;
        int outEnd = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (!KNOWN.contains(name)) {
                json.skipChildren();
                continue;
            }
            int begin = (int) json.currentTokenLocation().getByteOffset();
            fields.put(name, mapper.readTree(json));
            if (name.equals("out")) {
                outBegin = begin;
                outEnd = (int) json.currentLocation().getByteOffset();
            } else if (name.equals("id")) {
                id = id(fields.get(name));
            }
        }
        int end = (int) json.currentTokenLocation().getByteOffset();
        if (json.nextToken() != null) {
            throw new BadCaseException("something follows the case; a case is one JSON object on a line");
        }
        id = id(field(fields, "id"));
        JsonNode out = field(fields, "out");
        if (!out.isMissingNode() && !out.isObject()) {
            throw BadCaseException.field("out", Text.describe(out) + "; an object is needed, or no such field");
        }
        String op = Fields.text(field(fields, "op"), "op");
        JsonNode params = Fields.object(field(fields, "params"), "params");
        JsonNode in = Fields.object(field(fields, "in"), "in");
        boolean has = out.isObject();
        return new Case(
                id, op, field(fields, "clause"), params, in, out, has ? outBegin : end, has ? outEnd : end, end);
    }

    private static JsonNode field(Map<String, JsonNode> fields, String name) {
        return fields.getOrDefault(name, MissingNode.getInstance());
    }

    private static String id(JsonNode node) throws BadCaseException {
        String text = Fields.text(node, "id");
        if (text.isEmpty() || text.length() > MAX_ID) {
            throw BadCaseException.field("id", text.length() + " characters long; 1.." + MAX_ID + " are needed");
        }
        return text;
    }

    private static BadCaseException malformed(JsonParser json, JsonProcessingException error) {
        String problem = error.getOriginalMessage();
        if (problem.startsWith("Non-standard token")) {
            problem = problem.replaceFirst(":.*", "") + " is not JSON; a finite number is needed";
        } else {
            // What follows tells of the parser's own state.
            problem = "not valid JSON: " + problem.replaceFirst(" \\(start marker at.*", "");
        }
        long at = error.getLocation() == null ? -1 : error.getLocation().getByteOffset();
        String where = path(json.getParsingContext());
        String field = where.isEmpty() ? "" : "field " + Text.shorten(where) + ": ";
        return new BadCaseException(field + Text.shorten(problem) + (at < 0 ? "" : " (byte " + at + " of the line)"));
    }

    /** For example {@code in.W[0][3]}. */
    private static String path(JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String parent = path(context.getParent());
        if (context.inArray()) {
            return parent + "[" + Math.max(0, context.getCurrentIndex()) + "]";
        }
        String name = context.getCurrentName();
        return name == null ? parent : parent.isEmpty() ? name : parent + "." + name;
    }
}
