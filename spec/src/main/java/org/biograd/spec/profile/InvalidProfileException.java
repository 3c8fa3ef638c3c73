package org.biograd.spec.profile;

/** A profile that cannot be: the message names the key, its value and what would be right. */
public final class InvalidProfileException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient String key;

    /**
     * An error at one key.
     *
     * @param key the key at fault, as it stands in a profile file, for example {@code soma.keep}
     * @param problem the value and what would be right
     */
    public InvalidProfileException(String key, String problem) {
        super(key + ": " + problem);
        this.key = key;
    }

    /** The key at fault. */
    public String key() {
        return key;
    }

    /**
     * Checks that a parameter lies within its range.
     *
     * @throws InvalidProfileException where it does not
     */
    static void requireRange(String key, long value, long low, long high) {
        if (value < low || value > high) {
            throw new InvalidProfileException(key, value + " is not within " + low + ".." + high);
        }
    }
}
