package org.biograd.house;

/** Where code may stand that says the same as the text: each of these says a clause once. */
enum Implementation {

    /** The integer network and its value types. */
    INTEGERS("integers", "org/biograd/fixedpoint/", "org/biograd/spec/"),

    /** The network in double precision. */
    DOUBLES("doubles", "org/biograd/reference/real/"),

    /** The network in rational numbers. */
    RATIONALS("rationals", "org/biograd/reference/exact/"),

    /** The chip. */
    CHIP("chip", "org/biograd/loihi/"),

    /** The command: data, models, studies. */
    COMMAND("command", "org/biograd/");

    private final String heading;
    private final String[] packages;

    Implementation(String heading, String... packages) {
        this.heading = heading;
        this.packages = packages;
    }

    /** What a table calls it. */
    String heading() {
        return heading;
    }

    /** The implementation that a class belongs to. */
    static Implementation of(String topLevel) {
        for (Implementation each : values()) {
            for (String start : each.packages) {
                if (topLevel.startsWith(start)) {
                    return each;
                }
            }
        }
        throw new IllegalArgumentException(topLevel);
    }
}
