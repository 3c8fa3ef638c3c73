package org.biograd.data;

import java.io.IOException;

/**
 * Data that are not what they should be: the message names the source and, where there is one, the line, the field and
 * its value.
 */
public final class InvalidDataException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * An error in the data.
     *
     * @param message where it is, what stands there and what would be right
     */
    public InvalidDataException(String message) {
        super(message);
    }

    /**
     * An error found by a decoder.
     *
     * @param message where it is and what is wrong
     * @param cause what the decoder said
     */
    public InvalidDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
