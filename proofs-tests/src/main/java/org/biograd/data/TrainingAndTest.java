package org.biograd.data;

/**
 * What a network learns from and what it is tested with; both of the same inputs and classes.
 *
 * @param training the training set
 * @param test the test set
 * @param name what they are, for people: "digits" or the format and its folder
 */
public record TrainingAndTest(Samples training, Samples test, String name) {

    /**
     * Checks that they belong together.
     *
     * @throws IllegalArgumentException where inputs or classes differ
     */
    public TrainingAndTest {
        if (training.inputs() != test.inputs() || training.classes() != test.classes()) {
            throw new IllegalArgumentException(name + ": the training set has " + training.inputs() + " inputs and "
                    + training.classes() + " classes, the test set " + test.inputs() + " and " + test.classes());
        }
    }
}
