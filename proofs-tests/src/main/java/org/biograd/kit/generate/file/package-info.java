/**
 * Cases of profiles, model files and recordings: sound ones, and each of their fields changed. Read {@code Damage},
 * then {@link org.biograd.kit.generate.file.ModelCases}; {@code org.biograd.kit.Catalogue} alone depends on it.
 */
package org.biograd.kit.generate.file;
