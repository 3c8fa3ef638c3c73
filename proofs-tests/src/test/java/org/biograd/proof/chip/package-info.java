/** Claims about the model of the chip. */
package org.biograd.proof.chip;
