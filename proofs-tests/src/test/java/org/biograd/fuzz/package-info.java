/**
 * A fuzzer of all readers and commands: inputs that nobody should have made, each a function of seed, target and
 * number, so that any can be made again.
 *
 * <p>Read {@link org.biograd.fuzz.Fuzzer} first.
 */
package org.biograd.fuzz;
