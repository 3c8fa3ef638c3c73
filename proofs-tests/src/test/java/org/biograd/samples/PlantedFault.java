package org.biograd.samples;

/**
 * A mistake that an implementer could make, as a change of the sample in C.
 *
 * @param name what is wrong, in words
 * @param clause the clause that it breaks
 * @param operation an operation of the lowest level that shows it, in a case that names the clause
 * @param file the source file
 * @param right what stands there, once
 * @param wrong what stands there instead
 */
record PlantedFault(String name, String clause, String operation, String file, String right, String wrong) {}
