package org.biograd.strength;

/**
 * A fault that a machine has put into the sample in C.
 *
 * @param file the source file
 * @param line its line, from 1
 * @param column where the change begins, from 0
 * @param right what stands there
 * @param wrong what stands there instead
 * @param kind of change
 * @param clauses that the comment above names; empty where it names none
 */
record Mutant(String file, int line, int column, String right, String wrong, String kind, String clauses) {

    /** A name that stays where lines move: the changed line decides it. */
    String key(String text) {
        return file + ": " + text.strip() + " @" + column(text) + " " + right + " -> " + wrong;
    }

    private int column(String text) {
        return column - (text.length() - text.stripLeading().length());
    }
}
