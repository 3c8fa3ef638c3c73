/**
 * Operations on networks of other learning rules (chapter 17): a sample of each rule.
 *
 * <p>Read {@link org.biograd.kit.rule.RuleSampleOperation}; {@code kit} and {@code kit.generate.rule} depend on it.
 */
package org.biograd.kit.rule;
