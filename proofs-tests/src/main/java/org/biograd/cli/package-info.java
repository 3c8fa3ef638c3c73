/** The {@code biograd} command. */
package org.biograd.cli;
