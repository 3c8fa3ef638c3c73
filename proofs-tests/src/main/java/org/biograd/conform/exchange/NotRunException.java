package org.biograd.conform.exchange;

/** The tested program could not be run; the message says why, in words that follow its name. */
public final class NotRunException extends Exception {

    private static final long serialVersionUID = 1L;

    public NotRunException(String message, Throwable cause) {
        super(message, cause);
    }
}
