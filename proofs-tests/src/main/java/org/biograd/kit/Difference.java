package org.biograd.kit;

/**
 * The first place where an answer differs from what a case expects.
 *
 * @param path the field, with its indices
 * @param expected what the case says
 * @param got what was computed
 * @param rule how the two were compared
 * @param count how many values of the case differ
 */
record Difference(String path, String expected, String got, String rule, long count) {

    @Override
    public String toString() {
        String more = count > 1 ? "; " + (count - 1) + " more in this case" : "";
        return path + ": expected " + expected + ", got " + got + " (" + rule + ")" + more;
    }
}
