package org.biograd.cli.terminal;

/** Input that a command cannot work with; the message is one clear line. */
public final class BadInputException extends Exception {

    private static final long serialVersionUID = 1L;

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
