package org.biograd.loihi.learning;

/** A text that is no learning rule, or one that the chip cannot hold. The message points at the column. */
public final class RuleException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int column;
    private final String problem;

    /** @param column where, from 1 */
    RuleException(String text, int column, String problem) {
        super("column " + column + ": " + printable(problem) + "\n  " + printable(text) + "\n  "
                + " ".repeat(column - 1) + "^");
        this.column = column;
        this.problem = printable(problem);
    }

    /** A character for a character, so that the caret stays right. */
    private static String printable(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            plain.append(c >= ' ' && c <= '~' ? c : '?');
        }
        return plain.toString();
    }

    /** Where, from 1. */
    public int column() {
        return column;
    }

    /** What is wrong and what would be right, in one line without the column. */
    public String problem() {
        return problem;
    }
}
