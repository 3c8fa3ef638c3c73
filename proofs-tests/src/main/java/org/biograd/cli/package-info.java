/**
 * The {@code biograd} command: one class a subcommand, which reads its options, calls a study and prints.
 *
 * <p>Read {@link org.biograd.cli.Biograd} first, then {@link org.biograd.cli.VerifyCommand}. Options that commands
 * share are in {@code cli.option}, what they say and where to in {@code cli.terminal}. Nothing depends on it.
 */
package org.biograd.cli;
