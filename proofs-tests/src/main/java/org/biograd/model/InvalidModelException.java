package org.biograd.model;

import java.io.IOException;

/** A file that is no sound model: the message names file, byte, field, value and what would be right. */
public final class InvalidModelException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * An error in a file.
     *
     * @param message where it is, what stands there and what would be right
     */
    public InvalidModelException(String message) {
        super(message);
    }
}
