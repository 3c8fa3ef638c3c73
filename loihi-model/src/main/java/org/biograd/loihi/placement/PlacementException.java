package org.biograd.loihi.placement;

/**
 * A network that the chips have no room for: the message names the limit, the core, what is needed and what is there.
 */
public final class PlacementException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Limit limit;

    PlacementException(Limit limit, String message) {
        super(message);
        this.limit = limit;
    }

    /** The limit that is exceeded. */
    public Limit limit() {
        return limit;
    }
}
