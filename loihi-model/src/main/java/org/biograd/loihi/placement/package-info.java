/**
 * Where a network of given shape and profile sits on the chip: what it is made of there, which core holds what, and
 * which way its spikes go.
 */
package org.biograd.loihi.placement;
