package org.biograd.study.explain;

import java.util.ArrayList;
import java.util.List;

/** Terms of a formula. Not StringJoiner, which a browser's class library lacks. */
final class Terms {

    private final String separator;
    private final List<String> terms = new ArrayList<>();

    /**
     * No terms yet.
     *
     * @param separator stands between them
     */
    Terms(String separator) {
        this.separator = separator;
    }

    /** Adds one. */
    Terms add(String term) {
        terms.add(term);
        return this;
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return terms.isEmpty();
    }

    @Override
    public String toString() {
        return String.join(separator, terms);
    }
}
