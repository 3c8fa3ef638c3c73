package org.biograd.chip;

import org.biograd.spec.Clause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What public emulators computed for neurons and weights, bit for bit. */
class PeerNeuronsAndWeightsTest {

    @ParameterizedTest
    @CsvSource({
        "lif.lava.jsonl, lif.run, 120",
        "lif.nengo.jsonl, lif.run, 120",
        "lif.brian2loihi.jsonl, lif.run, 120",
        "weight.lava.jsonl, synapse.weight, 39",
        "weight.brian2loihi.jsonl, synapse.weight, 24",
    })
    @Clause({"CHIP-2", "CHIP-5", "CHIP-6", "CHIP-9"})
    void areReproduced(String file, String op, int count) {
        PeerCases.pass(file, op, count);
    }
}
