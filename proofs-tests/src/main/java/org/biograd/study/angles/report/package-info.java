/**
 * The files, plots and table of a study of angles.
 *
 * <p>Read {@link org.biograd.study.angles.report.AngleReport} first; skip {@link
 * org.biograd.study.angles.report.AnglePlots}. Only the command depends on it.
 */
package org.biograd.study.angles.report;
