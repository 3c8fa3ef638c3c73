/**
 * The main study: train the integer network on real data with the reference beside it, measure, check and report.
 *
 * <p>Read {@link org.biograd.study.verify.Verification} first, then {@link org.biograd.study.verify.VerifyChecks}:
 * what has to hold. {@link org.biograd.study.verify.VerifyReport} writes what was found, as {@link
 * org.biograd.study.verify.SummaryJson} and {@link org.biograd.study.verify.VerifyPage}; the classes that draw can be
 * skipped. Only the command depends on it.
 */
package org.biograd.study.verify;
