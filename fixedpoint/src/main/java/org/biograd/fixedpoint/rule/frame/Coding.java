package org.biograd.fixedpoint.rule.frame;

/** How intensities become the spikes that a rule's network hears. */
public enum Coding {

    /** Random spikes at a rate (CODE-1). */
    RATE("random rate"),

    /** Evenly spaced spikes at the same rate, without draws (RULE-4). */
    EVEN("even rate"),

    /** One spike, the earlier the brighter (RULE-5). */
    FIRST_SPIKE("first spike");

    private final String text;

    Coding(String text) {
        this.text = text;
    }

    /** What it is called. */
    public String text() {
        return text;
    }
}
