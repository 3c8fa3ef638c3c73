package org.biograd.proof.walk;

import org.biograd.proof.term.Term;

/** One of two references, by a condition. */
record Choice(Term condition, Object yes, Object no) {}
