/**
 * How commands speak: progress, errors of one line, and files or standard output for what they found.
 *
 * <p>Read {@link org.biograd.cli.terminal.OneLineErrors} first; skip {@link
 * org.biograd.cli.terminal.ProgressBarListener}. {@code cli} and {@code cli.option} depend on it.
 */
package org.biograd.cli.terminal;
