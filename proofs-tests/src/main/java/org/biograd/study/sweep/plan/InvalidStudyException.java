package org.biograd.study.sweep.plan;

/** A study that cannot be made; the message names file, line, key, value and what would be right. */
public final class InvalidStudyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** With the whole message. */
    public InvalidStudyException(String message) {
        super(message);
    }
}
