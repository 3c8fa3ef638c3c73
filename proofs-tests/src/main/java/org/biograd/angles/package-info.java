/**
 * How far BioGrad's update is from the exact surrogate gradient, why, and what local changes of the rule would do about
 * it.
 */
package org.biograd.angles;
