package org.biograd.study.tune;

/**
 * How long candidates have been trained when they are compared.
 *
 * @param amount how many samples or epochs, 1 or more
 * @param epochs whether they are epochs
 */
public record Rung(int amount, boolean epochs) {

    /** The samples that a network has been shown by then, from its beginning. */
    public long samples(int trainingSamples) {
        return epochs ? (long) amount * trainingSamples : amount;
    }

    @Override
    public String toString() {
        return amount + (epochs ? amount == 1 ? " epoch" : " epochs" : amount == 1 ? " sample" : " samples");
    }
}
