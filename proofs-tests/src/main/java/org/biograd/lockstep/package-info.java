/**
 * Runs the integer network and the reference in lock-step: the same weights, the same input spikes, the same noise, and
 * the integer network's decisions forced upon the reference, so that every signal of every step can be compared.
 */
package org.biograd.lockstep;
