/**
 * Operations on words and draws: chapters 1 and 2. Nothing but {@code org.biograd.kit} depends on it. Read
 * {@link org.biograd.kit.word.ShiftOperation} for how an operation looks.
 */
package org.biograd.kit.word;
