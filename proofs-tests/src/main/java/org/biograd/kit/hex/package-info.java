/**
 * Cases as rows of hexadecimal words, which a test bench in a hardware description language reads with {@code
 * $readmemh}.
 */
package org.biograd.kit.hex;
