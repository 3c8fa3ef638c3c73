package org.biograd.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Cases, one after the other; holds one at a time. Not for use by two threads at once. */
public interface CaseStream {

    /**
     * Goes to the next case; false where there is none. What the methods below return is of that case, and not to be
     * called before.
     */
    boolean advance();

    /** Its name. */
    String id();

    /** Its operation. */
    String op();

    /** The level of its operation, 0..5. */
    int level();

    /** The clauses that it is about. */
    List<String> clauses();

    /** The whole case without {@code out}; a new object for each case. */
    ObjectNode question();

    /** Its {@code out}; a new object for each case. */
    ObjectNode expected();
}
