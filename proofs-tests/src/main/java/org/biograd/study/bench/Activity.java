package org.biograd.study.bench;

/** What is measured. */
public enum Activity {

    /** Learning samples, weight updates, and the sleeps that the profile asks for between them. */
    TRAINING_WITH_SLEEP("training, with sleep"),

    /** The same with the sleeps left out. */
    TRAINING_WITHOUT_SLEEP("training, no sleep"),

    /** Predicting test samples. */
    TEST("test");

    private final String words;

    Activity(String words) {
        this.words = words;
    }

    /** A few words for it. */
    public String words() {
        return words;
    }

    /** Whether samples are learned. */
    public boolean learns() {
        return this != TEST;
    }
}
