/**
 * Cases of words and draws. Read {@link org.biograd.kit.generate.word.WordCases} and the classes of values of
 * {@code Corner}; {@code org.biograd.kit.Catalogue} alone depends on it.
 */
package org.biograd.kit.generate.word;
