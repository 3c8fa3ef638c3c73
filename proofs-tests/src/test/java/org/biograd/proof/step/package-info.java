/** Claims about one step of the plain form: every state that PROF-1 and PROF-2 admit, every input. */
package org.biograd.proof.step;
