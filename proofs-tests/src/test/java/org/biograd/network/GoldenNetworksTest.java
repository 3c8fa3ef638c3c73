package org.biograd.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.biograd.house.SpecText;
import org.biograd.spec.Clause;
import org.biograd.spec.Signal;
import org.biograd.spec.profile.Profile;
import org.biograd.spec.profile.ProfileReader;
import org.biograd.words.DrawModel;
import org.junit.jupiter.api.Test;

/** The shipped cases of networks and training hold what the model shows, written from the clauses alone. */
@Clause({
    "NET-1", "NET-2", "NET-3", "NET-4", "NET-5", "NET-6", "NET-7", "NET-8", "SLEEP-1", "SLEEP-2", "SLEEP-3", "SLEEP-4",
    "CODE-1", "OBS-1"
})
class GoldenNetworksTest {

    private static final Set<String> OF_OUTPUTS = Set.of("o", "e", "p", "n", "sp", "sn", "H", "O");
    private static final Set<String> ONCE = Set.of("q", "dW", "w", "B");

    private final ObjectMapper json = new ObjectMapper();

    /** The draws of a case; initial weights, which a case replaces, are 0. */
    private static final class Given extends DrawModel {

        private final JsonNode draws;

        Given(JsonNode draws) {
            super(0);
            this.draws = draws;
        }

        @Override
        public BigInteger draw(String stream, int layer, long sample, long step, long index, int bits) {
            if (stream.startsWith("INITIAL")) {
                return BigInteger.ZERO;
            }
            JsonNode draw = draws.path(stream)
                    .path(Math.max(0, layer - 1))
                    .path((int) step)
                    .path((int) index);
            assertTrue(draw.isIntegralNumber(), stream + " " + layer + " " + step + " " + index);
            return draw.bigIntegerValue();
        }
    }

    private List<String> lines(String op) throws IOException {
        return Files.readAllLines(
                SpecText.root().resolve("spec/src/main/resources/org/biograd/spec/cases/golden/" + op + ".jsonl"));
    }

    private static Profile profile(JsonNode given, boolean random) {
        StringBuilder text = new StringBuilder();
        given.path("params")
                .path("profile")
                .properties()
                .forEach(entry -> text.append(entry.getKey())
                        .append(" = ")
                        .append(
                                random && entry.getKey().equals("feedback.start")
                                        ? "RANDOM"
                                        : entry.getValue().asText())
                        .append('\n'));
        return ProfileReader.read("case", text.toString());
    }

    private int[] sizes(JsonNode given) {
        return json.convertValue(given.path("in").path("sizes"), int[].class);
    }

    private SpecModel model(JsonNode given) {
        JsonNode in = given.path("in");
        SpecModel model = new SpecModel(sizes(given), profile(given, true), new Given(in.path("draws")));
        model.take(json.convertValue(in.path("w"), int[][][].class), json.convertValue(in.path("B"), int[][][].class));
        return model;
    }

    @Test
    void samples() throws IOException {
        for (String line : lines("network.sample")) {
            JsonNode given = json.readTree(line);
            JsonNode in = given.path("in");
            SpecModel model = model(given);
            int[][] x = in.has("x")
                    ? json.convertValue(in.path("x"), int[][].class)
                    : model.encode("INPUT", 0, bytes(json.convertValue(in.path("intensities"), int[].class)));
            int predicted = model.predict(x);
            Log log = new Log();
            model.showTo(log);
            model.learn(in.path("sample").longValue(), x, in.path("label").intValue());
            model.update();
            ObjectNode expected = signals(log.all());
            expected.put("predicted", predicted);
            compare(expected, given);
        }
    }

    private static byte[] bytes(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int j = 0; j < bytes.length; j++) {
            bytes[j] = (byte) values[j];
        }
        return bytes;
    }

    @Test
    void sleeps() throws IOException {
        for (String line : lines("network.sleep")) {
            JsonNode given = json.readTree(line);
            SpecModel model = model(given);
            Log log = new Log();
            model.showTo(log);
            model.sleep(0);
            ObjectNode expected = json.createObjectNode();
            ArrayNode layers = expected.putArray("layers");
            int begin = 0;
            for (int i = 0; i < log.all().size(); i++) {
                if (log.all().get(i).signal() == Signal.FEEDBACK_WEIGHT) {
                    ObjectNode layer = json.createObjectNode();
                    layer.put("layer", log.all().get(i).layer());
                    layer.setAll(signals(log.all().subList(begin, i + 1)));
                    layers.add(layer);
                    begin = i + 1;
                }
            }
            expected.set("B", feedback(model, given));
            compare(expected, given);
        }
    }

    @Test
    void starts() throws IOException {
        for (String line : lines("network.start")) {
            JsonNode given = json.readTree(line);
            int[] sizes = sizes(given);
            SpecModel model = new SpecModel(sizes, profile(given, false), seed(given));
            ObjectNode expected = json.createObjectNode();
            ArrayNode w = expected.putArray("w");
            for (int l = 1; l < sizes.length; l++) {
                w.add(rows(model.weights(l), sizes[l]));
            }
            expected.set("B", feedback(model, given));
            expected.put("digest", model.digest());
            compare(expected, given);
        }
    }

    @Test
    void trainings() throws IOException {
        for (String line : lines("training.digest")) {
            JsonNode given = json.readTree(line);
            JsonNode in = given.path("in");
            Profile profile = profile(given, false);
            if (profile.name().equals("wide")) {
                // A trace a synapse in unbounded integers, 200 samples long, takes the model half a minute.
                continue;
            }
            SpecModel model = new SpecModel(sizes(given), profile, seed(given));
            int[][] intensities = json.convertValue(in.path("intensities"), int[][].class);
            byte[][] bytes = new byte[intensities.length][];
            for (int s = 0; s < bytes.length; s++) {
                bytes[s] = bytes(intensities[s]);
            }
            model.train(
                    bytes,
                    json.convertValue(in.path("labels"), int[].class),
                    given.path("params").path("epochs").intValue());
            assertEquals(
                    model.digest(),
                    given.path("out").path("digest").textValue(),
                    given.path("id").textValue());
        }
    }

    private static long seed(JsonNode given) {
        JsonNode seed = given.path("params").path("seed");
        return seed.isTextual() ? Long.parseUnsignedLong(seed.textValue().substring(2), 16) : seed.longValue();
    }

    private ArrayNode feedback(SpecModel model, JsonNode given) {
        int[] sizes = sizes(given);
        ArrayNode b = json.createArrayNode();
        for (int l = 1; l < sizes.length - 1; l++) {
            b.add(rows(model.feedback(l), model.feedback(l).length / sizes[l]));
        }
        return b;
    }

    private ArrayNode rows(int[] flat, int columns) {
        ArrayNode rows = json.createArrayNode();
        for (int s = 0; s < flat.length; s++) {
            if (s % columns == 0) {
                rows.addArray();
            }
            ((ArrayNode) rows.get(rows.size() - 1)).add(flat[s]);
        }
        return rows;
    }

    /** What was shown, as the page about cases says: by symbol, layer and step. */
    private static ObjectNode signals(List<Log.Shown> shown) {
        TreeMap<String, TreeMap<Integer, ArrayNode>> all = new TreeMap<>();
        for (Log.Shown one : shown) {
            String symbol = one.signal() == Signal.SPIKE && one.layer() == 0
                    ? "x"
                    : one.signal().symbol();
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            for (long value : one.values()) {
                values.add((int) value);
            }
            TreeMap<Integer, ArrayNode> layers = all.computeIfAbsent(symbol, s -> new TreeMap<>());
            if (ONCE.contains(symbol)) {
                layers.put(one.layer(), values);
            } else {
                layers.computeIfAbsent(one.layer(), l -> JsonNodeFactory.instance.arrayNode())
                        .add(values);
            }
        }
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        all.forEach((symbol, layers) -> {
            if (OF_OUTPUTS.contains(symbol) || symbol.equals("x")) {
                out.set(symbol, layers.firstEntry().getValue());
            } else {
                layers.values().forEach(out.withArray("/" + symbol)::add);
            }
        });
        return out;
    }

    private static void compare(ObjectNode expected, JsonNode given) {
        ObjectNode out = given.path("out").deepCopy();
        // Events are compared where networks run side by side.
        out.remove("events");
        expected.properties()
                .forEach(field -> assertEquals(
                        field.getValue(),
                        out.path(field.getKey()),
                        given.path("id").textValue() + " " + field.getKey()));
        assertEquals(expected.size(), out.size(), given.path("id").textValue());
    }
}
