package org.biograd.fuzz;

/**
 * An input that was neither read nor refused.
 *
 * @param target its name
 * @param number of the input
 * @param input itself
 * @param problem what happened
 */
public record Finding(String target, long number, byte[] input, Throwable problem) {}
