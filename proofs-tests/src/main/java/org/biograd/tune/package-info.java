/**
 * Searches for the settings of a profile: random candidates, of which the better part is trained longer, rung by rung.
 */
package org.biograd.tune;
