/**
 * The conformance kit: answers, checks and generates cases; the operations by name.
 *
 * <p>Read {@link org.biograd.kit.Golden} (one case, one answer) and {@link org.biograd.kit.Generators} (cases in a row)
 * first; what an operation computes is in {@code word}, {@code layer}, {@code network}, {@code chip} and
 * {@code reference}, what is asked of it in {@code generate}. Skip {@code Names} and {@code hex}, which serve single
 * commands. {@code conform} and the commands depend on it.
 */
package org.biograd.kit;
