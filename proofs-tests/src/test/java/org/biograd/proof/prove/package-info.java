/** States claims about methods, and has solvers decide them. */
package org.biograd.proof.prove;
