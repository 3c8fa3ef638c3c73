/**
 * A tested program, its pipes, and what goes over them: it knows lines, ids and deadlines, and no operation.
 *
 * <p>Read {@link org.biograd.conform.exchange.Exchange}, which keeps many cases on the way, and
 * {@link org.biograd.conform.exchange.Answer}, what a line says. Skip {@code CommandWords}, {@code Tail} and
 * {@code LineSplitter}. All other packages of {@code conform} depend on it.
 */
package org.biograd.conform.exchange;
