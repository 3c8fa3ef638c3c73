/** Claims that the forms for speed equal the plain ones, where they say that they fit. */
package org.biograd.proof.fast;
