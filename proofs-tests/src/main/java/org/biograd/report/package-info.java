/**
 * What all reports share: numbers as text, tables for terminals and pages, JSON, and the one look of all plots.
 *
 * <p>Read {@link org.biograd.report.Numbers} and {@link org.biograd.report.Page} first; the words and marks of pages
 * are templates in {@code src/main/jte}. Read {@link org.biograd.report.Plots} and {@link org.biograd.report.Charts} to
 * draw something, and skip {@link org.biograd.report.Svg} and what it uses. What a report says stands beside the work
 * that it reports, in {@code train.report}, {@code conform.report} and the packages of the studies; they and the
 * command depend on this package, which knows no result.
 */
package org.biograd.report;
