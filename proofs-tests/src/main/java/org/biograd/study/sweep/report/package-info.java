/**
 * Tells of a study: tables, JSON, a page and plots.
 *
 * <p>Read {@link org.biograd.study.sweep.report.Quantities} first; skip {@code HeatMap}. The command depends on it.
 */
package org.biograd.study.sweep.report;
