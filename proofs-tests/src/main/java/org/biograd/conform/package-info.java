/**
 * Puts another implementation to the test.
 *
 * <p>Read {@link org.biograd.conform.Conformance}: it asks through {@code conform.exchange} (program and pipes), has
 * {@code conform.judge} compare, and {@code conform.shrink} make small what fails; {@code conform.report} shows the
 * {@link org.biograd.conform.ConformResult}. Skip {@code ClaimsReader}. The command {@code conform} depends on it.
 */
package org.biograd.conform;
