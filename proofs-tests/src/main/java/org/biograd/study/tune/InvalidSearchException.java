package org.biograd.study.tune;

/** A search that cannot be made; the message is one line that names file, line, key, value and what would be right. */
public final class InvalidSearchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidSearchException(String message) {
        super(message);
    }
}
