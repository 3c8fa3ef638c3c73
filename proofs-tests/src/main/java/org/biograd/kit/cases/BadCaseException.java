package org.biograd.kit.cases;

/**
 * A line that cannot be answered; the message is one line that names the field, what is wrong with it and what would be
 * right.
 */
public final class BadCaseException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong, in one line. */
    public BadCaseException(String message) {
        super(message, null, false, false);
    }

    /** What is wrong with one field. */
    public static BadCaseException field(String path, String problem) {
        return new BadCaseException("field " + Text.shorten(path) + ": " + problem);
    }
}
