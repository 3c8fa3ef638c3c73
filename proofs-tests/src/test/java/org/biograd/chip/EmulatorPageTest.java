package org.biograd.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.biograd.house.SpecText;
import org.biograd.loihi.neuron.CompartmentParameters;
import org.biograd.loihi.neuron.Compartments;
import org.biograd.loihi.neuron.RangeHandling;
import org.biograd.loihi.synapse.Brian2LoihiWeights;
import org.biograd.loihi.synapse.LavaWeights;
import org.biograd.loihi.synapse.SignMode;
import org.biograd.loihi.synapse.WeightFormat;
import org.biograd.spec.Clause;
import org.junit.jupiter.api.Test;

/** Every number of the page about the emulators' disagreements is computed anew. */
class EmulatorPageTest {

    /** The rows of the table under a heading, each by the names of its columns. */
    private static List<Map<String, String>> rows(String heading) throws IOException {
        List<String> lines = Files.readAllLines(SpecText.root().resolve("spec/text/emulators.md"));
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> head = null;
        for (String line : lines.subList(lines.indexOf("## " + heading) + 1, lines.size())) {
            if (line.startsWith("## ")) {
                break;
            }
            if (!line.startsWith("| ")) {
                continue;
            }
            List<String> cells = Arrays.stream(line.substring(1).split("\\|"))
                    .map(String::strip)
                    .toList();
            if (head == null) {
                head = cells;
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int c = 0; c < head.size(); c++) {
                row.put(head.get(c), cells.get(c));
            }
            rows.add(row);
        }
        assertTrue(rows.size() > 4, heading);
        return rows;
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(row.get(column));
    }

    @Test
    @Clause({"CHIP-3", "CHIP-4", "CHIP-6"})
    void neurons() throws IOException {
        for (Map<String, String> row : rows("Neurons")) {
            String[] bias = row.get("bias").split("\\*2\\^");
            CompartmentParameters parameters = CompartmentParameters.of(
                            number(row, "dU"), number(row, "dV"), number(row, "threshold / 64"))
                    .withBias(Integer.parseInt(bias[0]), Integer.parseInt(bias[1]));
            for (RangeHandling range : RangeHandling.values()) {
                Compartments one = new Compartments(1, parameters, range);
                for (String times : row.get("a").split(", ")) {
                    String[] a = times.split("\\*");
                    for (int n = a.length == 1 ? 1 : Integer.parseInt(a[1]); n > 0; n--) {
                        one.input()[0] = Long.parseLong(a[0]);
                        one.step();
                    }
                }
                long shown = switch (row.get("shown")) {
                    case "u" -> one.current()[0];
                    case "v" -> one.voltageAfterReset()[0];
                    case "s" -> one.spike()[0];
                    default -> throw new AssertionError(row.get("shown"));
                };
                assertEquals(Long.toString(shown), row.get(range.name()), row.get("situation") + ", " + range);
            }
        }
    }

    @Test
    @Clause({"CHIP-8", "CHIP-9"})
    void weights() throws IOException {
        for (Map<String, String> row : rows("Weights")) {
            SignMode signMode = SignMode.valueOf(row.get("sign mode"));
            int bits = number(row, "bits");
            int exponent = number(row, "exponent");
            int w = number(row, "mantissa");
            int spikes = number(row, "spikes");
            long stored = LavaWeights.truncate(LavaWeights.clip(w, signMode, 8, false), signMode, bits, 8);
            WeightFormat format = new WeightFormat(signMode, bits, exponent);
            Map<String, String> computed = new LinkedHashMap<>(row);
            computed.put("LAVA", Long.toString(LavaWeights.current(spikes * stored, exponent)));
            computed.put(
                    "BRIAN2LOIHI", Long.toString(spikes * Brian2LoihiWeights.effective(w, signMode, bits, exponent)));
            computed.put("NORMATIVE", format.holds(w) ? Long.toString(spikes * format.effective(w)) : "refused");
            assertEquals(computed, row);
        }
    }
}
