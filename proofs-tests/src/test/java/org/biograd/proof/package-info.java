/**
 * Proofs: what the class files compute, for all inputs, against the clauses. {@code term} has the formulas, {@code
 * walk} runs class files on them, {@code prove} asks solvers; the other packages hold the claims.
 */
package org.biograd.proof;
