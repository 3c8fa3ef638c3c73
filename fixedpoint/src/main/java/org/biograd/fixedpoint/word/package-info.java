/** The words of arithmetic and the random draws: pure functions that everything else is made of. */
package org.biograd.fixedpoint.word;
