package org.biograd.study.cost;

import org.biograd.loihi.cost.Bill;
import org.biograd.loihi.cost.Prices;
import org.biograd.loihi.placement.Placement;

/**
 * What was counted, and what it costs.
 *
 * @param placement where the network is
 * @param prices what an operation costs
 * @param settings what was asked for
 * @param epochSamples training samples of an epoch
 * @param training the bill of all counted training samples
 * @param sleep the bill of one sleep
 * @param testSamples test samples that were counted
 * @param test the bill of all of these
 */
public record CostResult(
        Placement placement,
        Prices prices,
        CostSettings settings,
        int epochSamples,
        Bill training,
        Bill sleep,
        int testSamples,
        Bill test) {}
