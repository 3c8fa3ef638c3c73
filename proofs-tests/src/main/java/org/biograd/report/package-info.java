/**
 * What all reports share: numbers as text, tables for terminals and pages, JSON, and the one look of all plots.
 *
 * <p>Read {@link org.biograd.report.Numbers} and {@link org.biograd.report.HtmlPage} first. Skip {@link
 * org.biograd.report.Charts} and {@link org.biograd.report.Canvas} unless a plot is to be changed. What a report says
 * stands beside the work that it reports, in {@code train.report} and in the packages of the studies; they and the
 * command depend on this package, which knows no result.
 */
package org.biograd.report;
