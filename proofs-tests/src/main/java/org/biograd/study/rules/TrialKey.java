package org.biograd.study.rules;

/**
 * Which training.
 *
 * @param rule its name
 * @param weightBits width of a weight
 * @param seed of every draw
 */
record TrialKey(String rule, int weightBits, int seed) {

    /** The name of its file. */
    String file() {
        return rule + "-" + weightBits + "-" + seed + ".json";
    }
}
