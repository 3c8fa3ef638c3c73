package org.biograd.study.cost;

import java.util.List;

/** What the figures of a cost run can and cannot be compared with. */
final class CostWords {

    private CostWords() {}

    /** A few plain lines. */
    static List<String> of(CostResult result) {
        return List.of(
                "What these figures are",
                "  Counts are exact for these samples and this placement. Prices are not measurements: they come from "
                        + "circuit simulation",
                "  before there was silicon, at 0.75 V; that of a synaptic event is the least energy and the most "
                        + "time, that of a synaptic",
                "  update is of pairwise STDP, not of this learning rule. What counts as an active compartment is a "
                        + "definition of this",
                "  project (COST-7), and so is the mapping (COST-2). Times take a core to do one operation after the "
                        + "other.",
                "  Not in them: static power, the host and its processors, the barrier's energy, spikes that enter "
                        + "the chip, random",
                "  numbers, clearing the state between samples.",
                "Against the paper's 400 times less energy per training sample than a GPU",
                "  Comparable in kind: the energy of one training sample, of a network with one hidden layer, "
                        + "learning on the chip.",
                "  Not comparable: the paper's figure is of MNIST on the chip itself against a GPU. Here the samples "
                        + "are digits of 8 x 8 pixels,",
                "  the network is " + result.placement().blueprint().shape()
                        + ", the prices are simulated and incomplete, the mapping is not the authors', and no GPU was",
                "  measured. So the total is no estimate of what the paper measured and no check of the 400, and no "
                        + "ratio is formed.");
    }
}
