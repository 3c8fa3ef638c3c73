/**
 * The commands that take arrays of other programs: weights in, signals out.
 *
 * <p>Read {@link org.biograd.cli.array.RunCommand} first. {@code cli} depends on it.
 */
package org.biograd.cli.array;
