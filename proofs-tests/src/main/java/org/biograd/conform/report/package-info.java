/**
 * The report on a tested program: on the terminal, as a page, and for continuous integration.
 *
 * <p>Read {@link org.biograd.conform.report.ConformReport}; all words are in {@code ConformText}. Only the command
 * {@code conform} depends on it.
 */
package org.biograd.conform.report;
