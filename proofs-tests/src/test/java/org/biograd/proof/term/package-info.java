/** Formulas over bit-vectors: made, computed with, written for solvers. */
package org.biograd.proof.term;
