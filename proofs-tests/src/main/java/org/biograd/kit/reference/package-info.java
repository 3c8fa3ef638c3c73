/** The operations of the reference in exact and in real arithmetic. */
package org.biograd.kit.reference;
