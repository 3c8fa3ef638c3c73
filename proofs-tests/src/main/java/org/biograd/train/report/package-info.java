/**
 * The files and tables of a training and of a test.
 *
 * <p>Read {@link org.biograd.train.report.TestReport} first. Only the command depends on it.
 */
package org.biograd.train.report;
