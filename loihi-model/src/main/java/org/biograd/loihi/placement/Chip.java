package org.biograd.loihi.placement;

import org.biograd.spec.Clause;

/**
 * The chips that a network may be placed on. Core c of the whole is core c mod {@code cores} of chip c / {@code cores}.
 *
 * @param chips how many, at least 1
 * @param cores cores of a chip
 * @param compartments compartments of a core
 * @param inputAxons input axons of a core
 * @param outputAxons output axons of a core
 * @param synapticBits bits of synaptic state of a core
 * @param coresATile cores of a tile
 * @param tilesAcross tiles of a row of a chip's mesh
 */
@Clause("COST-1")
public record Chip(
        int chips,
        int cores,
        int compartments,
        int inputAxons,
        int outputAxons,
        int synapticBits,
        int coresATile,
        int tilesAcross) {

    /** The most chips that a network may be spread over. */
    public static final int MAX_CHIPS = 64;

    /** Refuses a chip without any of these. */
    public Chip {
        if (chips < 1 || chips > MAX_CHIPS) {
            throw new IllegalArgumentException("chips: " + chips + " is not within 1.." + MAX_CHIPS);
        }
        requirePositive(Limit.CORES, cores);
        requirePositive(Limit.COMPARTMENTS, compartments);
        requirePositive(Limit.INPUT_AXONS, inputAxons);
        requirePositive(Limit.OUTPUT_AXONS, outputAxons);
        requirePositive(Limit.SYNAPTIC_BITS, synapticBits);
        requirePositive(Limit.CORES_A_TILE, coresATile);
        requirePositive(Limit.TILES_ACROSS, tilesAcross);
    }

    /**
     * Chips with the limits of {@link Limit}.
     *
     * @param chips how many, 1..{@value #MAX_CHIPS}
     * @throws IllegalArgumentException where it is out of range
     */
    public static Chip loihi(int chips) {
        return new Chip(
                chips,
                Limit.CORES.value(),
                Limit.COMPARTMENTS.value(),
                Limit.INPUT_AXONS.value(),
                Limit.OUTPUT_AXONS.value(),
                Limit.SYNAPTIC_BITS.value(),
                Limit.CORES_A_TILE.value(),
                Limit.TILES_ACROSS.value());
    }

    /** The number of a core's tile, counted over all chips: two cores are on one tile where it is equal. */
    public int tile(int core) {
        int tilesAChip = (cores + coresATile - 1) / coresATile;
        return chip(core) * tilesAChip + core % cores / coresATile;
    }

    /** The chip that a core is on. */
    public int chip(int core) {
        return core / cores;
    }

    /** Which tile of its row a core is on, from 0: east-west hops change it. */
    public int column(int core) {
        return core % cores / coresATile % tilesAcross;
    }

    /** Which row of tiles of its chip a core is on, from 0: north-south hops change it. */
    public int row(int core) {
        return core % cores / coresATile / tilesAcross;
    }

    private static void requirePositive(Limit limit, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(limit.words() + ": " + value + "; at least 1 is needed");
        }
    }
}
