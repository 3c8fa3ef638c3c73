/** Runs class files on formulas in place of numbers: all paths, all inputs at once. */
package org.biograd.proof.walk;
