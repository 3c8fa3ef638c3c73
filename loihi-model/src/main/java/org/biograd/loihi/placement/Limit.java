package org.biograd.loihi.placement;

import org.biograd.loihi.Basis;
import org.biograd.spec.Clause;

/** What a chip and a core of it have, each with its source and with what it rests on (COST-1). */
@Clause(value = "COST-1", form = Clause.Form.PART)
public enum Limit {

    /** Cores of a chip. */
    CORES("cores", 128, Sources.DAVIES + ", page 86", Basis.PUBLISHED),

    /** Compartments of a core. */
    COMPARTMENTS("compartments", 1024, Sources.DAVIES + ", pages 86 and 89; Nengo-Loihi", Basis.PUBLISHED),

    /** Lists of synapses of a core: one for each neuron, wherever it is, that reaches a compartment of the core. */
    INPUT_AXONS("input axons", 4096, Sources.DAVIES + ", page 89; Nengo-Loihi", Basis.PUBLISHED),

    /** Edges from the neurons of a core to cores: one for each neuron and each core that it reaches. */
    OUTPUT_AXONS("output axons", 4096, Sources.DAVIES + ", page 89; Nengo-Loihi", Basis.PUBLISHED),

    /** Synaptic state of a core, in bits: 16,384 words of 64, which are 128 KB. */
    SYNAPTIC_BITS("synaptic bits", 16_384 * 64, Sources.DAVIES + "; Nengo-Loihi", Basis.PUBLISHED),

    /** Cores of a tile: 128 cores are in 32 tiles. */
    CORES_A_TILE("cores a tile", 4, "inferred from 128 cores and 32 tiles", Basis.OURS),

    /** Tiles of a row of the mesh: 32 tiles as 4 rows of 8. */
    TILES_ACROSS("tiles across", 8, "assumed: how the tiles are arranged was not found", Basis.OURS);

    private static final class Sources {
        private static final String DAVIES = "Davies et al., IEEE Micro 38(1), 2018";
    }

    private final String words;
    private final int value;
    private final String source;
    private final Basis basis;

    Limit(String words, int value, String source, Basis basis) {
        this.words = words;
        this.value = value;
        this.source = source;
        this.basis = basis;
    }

    /** How it is called in messages. */
    public String words() {
        return words;
    }

    /** How many there are. */
    public int value() {
        return value;
    }

    /** Where it is stated. */
    public String source() {
        return source;
    }

    /** What the statement rests on. */
    public Basis basis() {
        return basis;
    }
}
