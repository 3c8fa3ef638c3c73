package org.biograd.proof.walk;

import org.biograd.proof.term.Term;

/**
 * An arithmetic instruction that was run, for claims that none overflows.
 *
 * @param where class, method and line
 * @param opcode of the JVM
 * @param path under which condition it runs
 * @param left the first operand
 * @param right the second operand; null where there is one
 */
public record Operation(String where, int opcode, Term path, Term left, Term right) {}
