/**
 * Cases of gates, errors, dendrites, eligibilities and updates. Read
 * {@link org.biograd.kit.generate.layer.WeightUpdateCases}; {@code org.biograd.kit.Catalogue} alone depends on it.
 */
package org.biograd.kit.generate.layer;
