package org.biograd.conform.shrink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.biograd.conform.judge.Kit;
import org.biograd.kit.CaseStream;
import org.biograd.kit.cases.Json;
import org.biograd.kit.generate.CaseBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is cut off a network leaves a network, and of the rest every bit. */
class NetworkCutsTest {

    private static final Kit KIT = new Kit();

    private static List<ObjectNode> cases(String operation, int count) {
        List<ObjectNode> cases = new ArrayList<>();
        for (CaseStream stream = KIT.stream(operation, count, 3, null, CaseBounds.NONE); stream.advance(); ) {
            cases.add(stream.question());
        }
        return cases;
    }

    private static int[] sizes(JsonNode question) {
        JsonNode sizes = question.path("in").path("sizes");
        return IntStream.range(0, sizes.size()).map(l -> sizes.get(l).asInt()).toArray();
    }

    @ParameterizedTest
    @CsvSource({"network.sample, 70", "network.sleep, 30", "network.start, 30", "training.digest, 6"})
    void everyNetworkWithANeuronLessIsANetwork(String operation, int count) {
        int cuts = 0;
        for (ObjectNode question : cases(operation, count)) {
            int[] sizes = sizes(question);
            for (ObjectNode smaller : NetworkCuts.of(question)) {
                int[] left = sizes(smaller);
                if (left.length == sizes.length) {
                    assertEquals(
                            IntStream.of(sizes).sum() - 1, IntStream.of(left).sum());
                    assertTrue(KIT.answer(smaller).isPresent(), () -> question + "\n" + smaller);
                    cuts++;
                } else {
                    assertEquals(sizes.length - 1, left.length);
                }
            }
        }
        assertTrue(cuts > count, "only " + cuts + " were cut");
    }

    @Test
    void layersOfEqualSizeCanBeLeftOut() {
        int left = 0;
        for (ObjectNode question : cases("network.sample", 150)) {
            int[] sizes = sizes(question);
            for (ObjectNode smaller : NetworkCuts.of(question)) {
                left += sizes(smaller).length < sizes.length
                                && KIT.answer(smaller).isPresent()
                        ? 1
                        : 0;
            }
        }
        assertTrue(left > 10, "layers were left out in " + left + " cases");
    }

    @Test
    void othersHaveNone() {
        assertEquals(List.of(), NetworkCuts.of(cases("lif.run", 1).get(0)));
    }

    /** A hidden neuron that nobody hears is cut off: what the others do stays, draws and all. */
    @Test
    void theOthersKeepEveryBit() {
        int compared = 0;
        for (ObjectNode question : cases("network.sample", 120)) {
            int[] sizes = sizes(question);
            for (int l = 1; l < sizes.length - 1; l++) {
                int i = sizes[l] - 1;
                if (sizes[l] > 1) {
                    silence(question, l, i);
                    ObjectNode whole = KIT.answer(question).orElseThrow();
                    ObjectNode cut = cut(question, l, sizes[l] - 1, i);
                    requireEqual(whole, KIT.answer(cut).orElseThrow(), sizes, l, i);
                    compared++;
                }
            }
        }
        assertTrue(compared > 40, "only " + compared + " were compared");
    }

    private static ObjectNode cut(ObjectNode question, int l, int size, int i) {
        // Neurons of a layer are cut from the last to the first.
        List<ObjectNode> cuts = NetworkCuts.of(question).stream()
                .filter(smaller -> sizes(smaller).length == sizes(question).length && sizes(smaller)[l] == size)
                .toList();
        return cuts.get(sizes(question)[l] - 1 - i);
    }

    private static void silence(ObjectNode question, int l, int i) {
        JsonNode in = question.path("in");
        ArrayNode above = (ArrayNode) in.path("w").get(l).get(i);
        IntStream.range(0, above.size()).forEach(k -> above.set(k, IntNode.valueOf(0)));
        boolean layerwise =
                question.at("/params/profile/feedback.path").asText().equals("LAYERWISE");
        if (layerwise && l > 1) {
            in.path("B").get(l - 2).forEach(row -> ((ArrayNode) row).set(i, IntNode.valueOf(0)));
        }
        // It does not learn to be heard either.
        ((ObjectNode) question.at("/params/profile"))
                .put("update.outputMultiplier", 0)
                .put("update.hiddenMultiplier", 0);
    }

    private static void requireEqual(ObjectNode whole, ObjectNode cut, int[] sizes, int l, int i) {
        for (String signal : new String[] {"u", "v", "s", "g", "D"}) {
            for (int layer = 1; layer < sizes.length; layer++) {
                JsonNode steps = whole.path(signal).get(layer - 1);
                for (int t = 0; t < steps.size(); t++) {
                    JsonNode expected = layer == l ? without(steps.get(t), i, 1, sizes[l]) : steps.get(t);
                    assertEquals(
                            expected,
                            cut.path(signal).get(layer - 1).get(t),
                            signal + " of layer " + layer + " at step " + t);
                }
            }
        }
        assertEquals(
                without(whole.path("q").get(l - 1), i, 1, sizes[l]),
                cut.path("q").get(l - 1));
        assertEquals(
                without(whole.path("w").get(l - 1), i, sizes[l - 1] + 1, sizes[l]),
                cut.path("w").get(l - 1));
        JsonNode traces = whole.path("E").get(l - 1);
        for (int t = 0; t < traces.size(); t++) {
            assertEquals(
                    without(traces.get(t), i, sizes[l - 1] + 1, sizes[l]),
                    cut.path("E").get(l - 1).get(t),
                    "E at step " + t);
        }
        assertEquals(whole.path("e"), cut.path("e"));
        assertFalse(whole.path("o").isMissingNode());
    }

    /** A matrix, row by row, without a column. */
    private static ArrayNode without(JsonNode flat, int column, int rows, int columns) {
        ArrayNode kept = Json.array();
        for (int entry = 0; entry < rows * columns; entry++) {
            if (entry % columns != column) {
                kept.add(flat.get(entry));
            }
        }
        return kept;
    }
}
