package org.biograd.chip.cost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.biograd.loihi.placement.Chip;
import org.biograd.spec.Shape;

/**
 * The chapter on cost, written a second time and slowly: every synapse is an object, every core is recomputed from
 * nothing, every spike looks at every synapse.
 */
final class CostModel {

    /** A neuron: its name, and how many compartments it has; 0 outside. */
    record Unit(String name, int compartments) {}

    /** A synapse. */
    record Link(String kind, String from, String to, int bits) {}

    /** What happens in one step. */
    static final class Step {
        final Set<String> fires = new HashSet<>();
        final Set<String> firesOutside = new HashSet<>();
        /**
         * Names of neurons whose voltage, dendrite or potential is not 0, with "v ", "D " or "p " before them, and "e "
         * for injections.
         */
        final Set<String> charged = new HashSet<>();
        /** Axons with traces, as "layer <- source". */
        final Set<String> traces = new HashSet<>();
        /** Axons whose synapses the weights' epoch visits. */
        final Set<String> touched = new HashSet<>();

        boolean traceDraws;
        boolean weightDraws;
    }

    final Map<String, Unit> units = new LinkedHashMap<>();
    final List<Link> links = new ArrayList<>();
    final Map<String, Integer> core = new HashMap<>();
    int cores;

    private final Chip chip;

    CostModel(Shape shape, int tag, boolean chipSleeps, Chip chip) {
        this.chip = chip;
        int last = shape.layers();
        for (int l = 0; l <= last; l++) {
            if (l > 0) {
                unit("bias " + l, 0);
            }
            for (int i = 0; i < shape.size(l); i++) {
                unit(l + "." + i, l == 0 ? 0 : 4);
            }
        }
        for (String sign : List.of("pos", "neg")) {
            for (int k = 0; k < shape.outputs(); k++) {
                unit(sign + k, 2);
            }
        }
        for (int l = 1; l <= last; l++) {
            for (int i = 0; i < shape.size(l); i++) {
                for (int j = 0; j < shape.size(l - 1); j++) {
                    link("forward", (l - 1) + "." + j, l + "." + i, 9 + tag + 10);
                    if (chipSleeps && l > 1) {
                        units.putIfAbsent("noise " + (l - 1) + "." + j, new Unit("noise", 0));
                        link("copy", "noise " + (l - 1) + "." + j, l + "." + i, 19);
                    }
                }
                link("forward", "bias " + l, l + "." + i, 9 + tag + 10);
                for (int k = 0; k < shape.outputs(); k++) {
                    if (l < last || i == k) {
                        link(l < last ? "feedback" : "own", "pos" + k, l + "." + i, 19);
                        link(l < last ? "feedback" : "own", "neg" + k, l + "." + i, 19);
                    }
                }
            }
        }
        for (int k = 0; k < shape.outputs(); k++) {
            link("reset", "pos" + k, "pos" + k, 19);
            link("reset", "neg" + k, "neg" + k, 19);
        }
    }

    private void unit(String name, int compartments) {
        units.put(name, new Unit(name, compartments));
    }

    private void link(String kind, String from, String to, int bits) {
        links.add(new Link(kind, from, to, bits));
    }

    /** Places everything; the message of a refusal begins with what is returned, or null. */
    String place() {
        int now = -1;
        for (Unit unit : units.values()) {
            if (unit.compartments() == 0) {
                continue;
            }
            if (now >= 0) {
                core.put(unit.name(), now);
                if (excess(now) == null) {
                    continue;
                }
            }
            core.put(unit.name(), ++now);
            String excess = excess(now);
            if (excess != null) {
                return excess + " of core " + now;
            }
        }
        cores = now + 1;
        if (cores > chip.chips() * chip.cores()) {
            return "cores: " + cores + " needed";
        }
        for (int c = 0; c < cores; c++) {
            if (outputAxons(c) > chip.outputAxons()) {
                return "output axons of core " + c + ": " + outputAxons(c) + " needed";
            }
        }
        return null;
    }

    private String excess(int at) {
        return compartments(at) > chip.compartments()
                ? "compartments"
                : lists(at).size() > chip.inputAxons()
                        ? "input axons"
                        : synapticBits(at) > chip.synapticBits() ? "synaptic bits" : null;
    }

    int compartments(int at) {
        return core.entrySet().stream()
                .filter(e -> e.getValue() == at)
                .mapToInt(e -> units.get(e.getKey()).compartments())
                .sum();
    }

    Map<String, Integer> lists(int at) {
        Map<String, Integer> lists = new TreeMap<>();
        for (Link link : links) {
            if (core.getOrDefault(link.to(), -1) == at) {
                lists.merge(link.from(), link.bits(), Integer::sum);
            }
        }
        return lists;
    }

    int synapticBits(int at) {
        return lists(at).values().stream()
                .mapToInt(bits -> bits % 64 == 0 ? bits : bits + 64 - bits % 64)
                .sum();
    }

    int outputAxons(int at) {
        return core.keySet().stream()
                .filter(name -> core.get(name) == at)
                .mapToInt(name -> reached(name).size())
                .sum();
    }

    Set<Integer> reached(String from) {
        Set<Integer> reached = new HashSet<>();
        for (Link link : links) {
            if (link.from().equals(from)) {
                reached.add(core.get(link.to()));
            }
        }
        return reached;
    }

    /** Within, east-west, north-south, other chips. */
    int[] messages(String from) {
        int[] counts = new int[4];
        int a = core.get(from);
        for (int b : reached(from)) {
            int[] x = place(a);
            int[] y = place(b);
            if (x[0] != y[0]) {
                counts[3]++;
            } else if (x[1] == y[1] && x[2] == y[2]) {
                counts[0]++;
            } else {
                counts[1] += Math.abs(x[1] - y[1]);
                counts[2] += Math.abs(x[2] - y[2]);
            }
        }
        return counts;
    }

    /** Chip, column, row: by walking over the cores one by one. */
    private int[] place(int number) {
        int[] at = {0, 0, 0};
        int inTile = 0;
        int onChip = 0;
        for (int c = 0; c < number; c++) {
            if (++onChip == chip.cores()) {
                at = new int[] {at[0] + 1, 0, 0};
                onChip = 0;
                inTile = 0;
            } else if (++inTile == chip.coresATile()) {
                inTile = 0;
                if (++at[1] == chip.tilesAcross()) {
                    at[1] = 0;
                    at[2]++;
                }
            }
        }
        return at;
    }

    /**
     * One step: by core, the seven terms that have a price and a place, then messages between chips, injected spikes
     * and draws, which are not by core and stand in the first row beyond the last core.
     */
    long[][] count(Step step, Set<String> firedBefore) {
        long[][] counts = new long[cores + 1][7];
        Set<String> received = new HashSet<>();
        Set<String> drawn = new HashSet<>();
        Set<String> fires = new HashSet<>(step.fires);
        fires.addAll(step.firesOutside);
        for (Link link : links) {
            int at = core.get(link.to());
            if (fires.contains(link.from())) {
                counts[at][0]++;
                String part = link.kind().equals("forward") || link.kind().equals("copy") ? "soma " : "error ";
                received.add(part + link.to());
            }
            if (link.kind().equals("forward")) {
                String axon = link.to().substring(0, link.to().indexOf('.')) + " <- " + link.from();
                if (step.traces.contains(axon)) {
                    counts[at][1]++;
                    if (step.traceDraws && drawn.add(axon + " @ " + at)) {
                        counts[cores][2]++;
                    }
                }
                if (step.touched.contains(axon)) {
                    counts[at][1]++;
                    counts[cores][2] += step.weightDraws ? 1 : 0;
                }
            }
        }
        for (String name : core.keySet()) {
            int at = core.get(name);
            int active = 0;
            if (units.get(name).compartments() == 4) {
                boolean v = step.charged.contains("v " + name);
                active += v || received.contains("soma " + name) ? 1 : 0;
                active += v ? 2 : 0;
                active += step.charged.contains("D " + name) || received.contains("error " + name) ? 1 : 0;
            } else {
                boolean p = step.charged.contains("p " + name);
                active += p || step.charged.contains("e " + name) || firedBefore.contains(name) ? 1 : 0;
                active += p ? 1 : 0;
            }
            counts[at][2] += active;
            counts[at][3] += units.get(name).compartments() - active;
        }
        for (String name : step.fires) {
            int[] messages = messages(name);
            for (int m = 0; m < 3; m++) {
                counts[core.get(name)][4 + m] += messages[m];
            }
            counts[cores][0] += messages[3];
        }
        for (String name : step.firesOutside) {
            counts[cores][1] += reached(name).size();
        }
        return counts;
    }
}
