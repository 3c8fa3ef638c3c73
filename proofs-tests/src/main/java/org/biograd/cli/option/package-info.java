/**
 * Options that several commands have, and how their values are read.
 *
 * <p>Read {@link org.biograd.cli.option.CommonOptions} first; {@link org.biograd.cli.option.Within} gives a whole
 * number its range. Only {@code cli} depends on it.
 */
package org.biograd.cli.option;
