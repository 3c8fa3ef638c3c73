/** The operations of the chip. */
package org.biograd.kit.chip;
