/**
 * Arrays of NumPy in files.
 *
 * <p>Read {@link org.biograd.io.array.NpyReader} first. {@code data} reads samples from them, {@code model} weights; it
 * uses the JDK alone.
 */
package org.biograd.io.array;
