package org.biograd.loihi.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.biograd.spec.Clause;

/** Which core holds which neuron, and which way its spikes go. A pure function of blueprint and chip. */
public final class Placement {

    private final Blueprint blueprint;
    private final Chip chip;
    private final List<Population> populations;
    private final List<Projection> projections;
    private final int[][] coreOf;
    private final List<CoreLoad> loads = new ArrayList<>();
    private final List<Core> cores = new ArrayList<>();

    /** How many neurons of a population each core holds. */
    private final int[][] neuronsOn;

    private final Route[][] routes;

    /**
     * Places a network.
     *
     * @param blueprint what it is made of
     * @param chip what there is
     * @throws PlacementException where a limit is exceeded
     */
    public Placement(Blueprint blueprint, Chip chip) {
        this.blueprint = Objects.requireNonNull(blueprint, "blueprint");
        this.chip = Objects.requireNonNull(chip, "chip");
        populations = blueprint.populations();
        projections = blueprint.projections();
        coreOf = new int[populations.size()][];
        place();
        long available = (long) chip.chips() * chip.cores();
        if (loads.size() > available) {
            throw new PlacementException(
                    Limit.CORES,
                    "cores: " + loads.size() + " needed, " + chip.chips()
                            + (chip.chips() == 1 ? " chip has " : " chips have ") + available);
        }
        neuronsOn = new int[populations.size()][loads.size()];
        for (int p = 0; p < coreOf.length; p++) {
            for (int core : coreOf[p]) {
                neuronsOn[p][core]++;
            }
        }
        BitSet[] reached = new BitSet[populations.size()];
        for (int p = 0; p < reached.length; p++) {
            reached[p] = reachedByAll(p);
        }
        describe(outputAxons(reached));
        routes = new Route[populations.size()][];
        for (int p = 0; p < routes.length; p++) {
            routes[p] = routes(p, reached[p]);
        }
    }

    /** Every neuron goes to the last core opened where that has room for it, else opens the next. */
    @Clause("COST-4")
    private void place() {
        List<List<Projection>> into = new ArrayList<>();
        for (int p = 0; p < populations.size(); p++) {
            int target = p;
            into.add(projections.stream()
                    .filter(projection -> projection.target() == target)
                    .toList());
        }
        CoreLoad load = null;
        for (int p = 0; p < populations.size(); p++) {
            Population population = populations.get(p);
            coreOf[p] = new int[population.outside() ? 0 : population.size()];
            for (int i = 0; i < coreOf[p].length; i++) {
                if (load != null) {
                    load.add(p, i);
                    if (exceeded(load) != null) {
                        load.remove(p, i);
                        load = null;
                    }
                }
                if (load == null) {
                    load = new CoreLoad(populations, into);
                    load.add(p, i);
                    requireFits(load, population, i);
                    loads.add(load);
                }
                coreOf[p][i] = loads.size() - 1;
            }
        }
    }

    private Limit exceeded(CoreLoad load) {
        for (Limit limit : new Limit[] {Limit.COMPARTMENTS, Limit.INPUT_AXONS, Limit.SYNAPTIC_BITS}) {
            if (need(limit, load) > have(limit)) {
                return limit;
            }
        }
        return null;
    }

    private void requireFits(CoreLoad load, Population population, int neuron) {
        Limit limit = exceeded(load);
        if (limit != null) {
            throw new PlacementException(
                    limit,
                    limit.words() + " of core " + loads.size() + ": neuron " + neuron + " of " + population.name()
                            + " alone needs " + need(limit, load) + ", a core has " + have(limit));
        }
    }

    private static long need(Limit limit, CoreLoad load) {
        switch (limit) {
            case COMPARTMENTS:
                return load.compartments();
            case INPUT_AXONS:
                return load.inputAxons();
            default:
                return load.synapticBits();
        }
    }

    private int have(Limit limit) {
        switch (limit) {
            case COMPARTMENTS:
                return chip.compartments();
            case INPUT_AXONS:
                return chip.inputAxons();
            default:
                return chip.synapticBits();
        }
    }

    /** The cores that every neuron of a population reaches. */
    private BitSet reachedByAll(int population) {
        BitSet reached = new BitSet(loads.size());
        for (Projection projection : projections) {
            if (projection.source() == population && !projection.oneToOne()) {
                for (int core : coreOf[projection.target()]) {
                    reached.set(core);
                }
            }
        }
        return reached;
    }

    private BitSet reached(int population, int neuron, BitSet byAll) {
        BitSet reached = (BitSet) byAll.clone();
        for (Projection projection : projections) {
            if (projection.source() == population && projection.oneToOne()) {
                reached.set(coreOf[projection.target()][neuron]);
            }
        }
        return reached;
    }

    private boolean anyOneToOne(int population) {
        return projections.stream().anyMatch(projection -> projection.source() == population && projection.oneToOne());
    }

    @Clause("COST-4")
    private long[] outputAxons(BitSet[] reached) {
        long[] axons = new long[loads.size()];
        for (int p = 0; p < coreOf.length; p++) {
            boolean single = anyOneToOne(p);
            int all = reached[p].cardinality();
            for (int i = 0; i < coreOf[p].length; i++) {
                axons[coreOf[p][i]] += single ? reached(p, i, reached[p]).cardinality() : all;
            }
        }
        for (int c = 0; c < axons.length; c++) {
            if (axons[c] > chip.outputAxons()) {
                throw new PlacementException(
                        Limit.OUTPUT_AXONS,
                        Limit.OUTPUT_AXONS.words() + " of core " + c + ": " + axons[c] + " needed, a core has "
                                + chip.outputAxons());
            }
        }
        return axons;
    }

    private void describe(long[] outputAxons) {
        for (int c = 0; c < loads.size(); c++) {
            CoreLoad load = loads.get(c);
            cores.add(new Core(c, holds(c), load.compartments(), (int) load.inputAxons(), (int) outputAxons[c], (int)
                    load.synapticBits()));
        }
    }

    private List<String> holds(int core) {
        List<String> holds = new ArrayList<>();
        for (int p = 0; p < coreOf.length; p++) {
            if (neuronsOn[p][core] > 0) {
                int first = 0;
                while (coreOf[p][first] != core) {
                    first++;
                }
                int last = first + neuronsOn[p][core] - 1;
                holds.add(populations.get(p).name() + ": " + (first == last ? "" + first : first + ".." + last));
            }
        }
        return List.copyOf(holds);
    }

    @Clause("COST-5")
    private Route[] routes(int population, BitSet byAll) {
        Route[] found = new Route[populations.get(population).size()];
        if (populations.get(population).outside()) {
            // From outside there is no way within the mesh that anything is known of.
            Arrays.fill(found, new Route(byAll.cardinality(), 0, 0, 0, 0));
            return found;
        }
        boolean single = anyOneToOne(population);
        for (int i = 0; i < found.length; i++) {
            int core = coreOf[population][i];
            boolean asBefore = !single && i > 0 && coreOf[population][i - 1] == core;
            found[i] = asBefore ? found[i - 1] : route(core, reached(population, i, byAll));
        }
        return found;
    }

    @Clause("COST-5")
    private Route route(int from, BitSet reached) {
        int within = 0;
        int eastWest = 0;
        int northSouth = 0;
        int others = 0;
        for (int to = reached.nextSetBit(0); to >= 0; to = reached.nextSetBit(to + 1)) {
            if (chip.chip(to) != chip.chip(from)) {
                others++;
            } else if (chip.tile(to) == chip.tile(from)) {
                within++;
            } else {
                eastWest += Math.abs(chip.column(to) - chip.column(from));
                northSouth += Math.abs(chip.row(to) - chip.row(from));
            }
        }
        return new Route(reached.cardinality(), within, eastWest, northSouth, others);
    }

    /** What was placed. */
    public Blueprint blueprint() {
        return blueprint;
    }

    /** What it was placed on. */
    public Chip chip() {
        return chip;
    }

    /** The cores in use, from core 0 on. */
    public List<Core> cores() {
        return List.copyOf(cores);
    }

    /** The tiles in use. */
    public int tiles() {
        return (int) cores.stream()
                .mapToInt(core -> chip.tile(core.number()))
                .distinct()
                .count();
    }

    /** The core that holds a neuron of a population that has a place. */
    public int core(int population, int neuron) {
        return coreOf[population][neuron];
    }

    /** How many neurons of a population a core holds. */
    public int neuronsOn(int population, int core) {
        return neuronsOn[population][core];
    }

    /** What a spike of a neuron sets in motion. */
    public Route route(int population, int neuron) {
        return routes[population][neuron];
    }
}
