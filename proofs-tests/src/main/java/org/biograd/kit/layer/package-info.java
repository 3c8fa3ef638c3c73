/**
 * Operations on one layer, or a part of it: gates, errors, dendrites, eligibilities, updates (chapters 4 to 8).
 *
 * <p>Read {@link org.biograd.kit.layer.Section}, which turns {@code params} into a part of a profile, then
 * {@link org.biograd.kit.layer.WeightUpdateOperation}. Skip {@code BaseProfile} and {@code ErrorSections}, which fill
 * up what a case does not give. {@code kit}, {@code kit.network} (for {@code Rows}) and {@code kit.generate} depend
 * on it.
 */
package org.biograd.kit.layer;
