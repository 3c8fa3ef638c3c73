package org.biograd.fixedpoint.rule.frame;

import java.util.List;
import java.util.Set;

/**
 * What a rule is, on a network of one shape and profile.
 *
 * @param name its name on the command line
 * @param title its name for people
 * @param paper where it was published
 * @param family what it may be compared with
 * @param neuron its neuron, in a few words
 * @param coding how it hears intensities
 * @param state its words, the widest of each name over all layers
 * @param gradientBits |G| of one sample is below 2^gradientBits
 * @param sentBits what goes through weights and is no spike is below 2^sentBits; 0 where nothing is
 * @param needs what it asks of a machine
 * @param departures each difference from the paper
 */
public record RuleCard(
        String name,
        String title,
        String paper,
        RuleClass family,
        String neuron,
        Coding coding,
        List<StateWord> state,
        int gradientBits,
        int sentBits,
        Set<Need> needs,
        List<String> departures) {

    /** Copies the collections. */
    public RuleCard {
        state = List.copyOf(state);
        needs = Set.copyOf(needs);
        departures = List.copyOf(departures);
    }
}
