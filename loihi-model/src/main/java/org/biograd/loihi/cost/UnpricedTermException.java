package org.biograd.loihi.cost;

/** A total that is refused: an operation that happened has no price, and nobody said that it may be left out. */
public final class UnpricedTermException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final Term term;

    UnpricedTermException(Term term, String what, long count) {
        super(term.words() + ": " + count + " counted, and no " + what
                + " of one is known; a total must leave the term out by name");
        this.term = term;
    }

    /** The operation without a price. */
    public Term term() {
        return term;
    }
}
