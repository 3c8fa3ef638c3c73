/**
 * Says whether an answer is right, and where it first differs.
 *
 * <p>Read {@link org.biograd.conform.judge.Judge}, then {@code Locator}, which orders the signals in time. Skip
 * {@code Leaf}. {@code conform}, {@code conform.shrink} and {@code conform.report} depend on it.
 */
package org.biograd.conform.judge;
