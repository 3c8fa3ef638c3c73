package org.biograd.cli;

/** Input that a command cannot work with; the message is one clear line. */
final class BadInputException extends Exception {

    private static final long serialVersionUID = 1L;

    BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
