/**
 * Cases of the learning rules of chapter 17. Read {@code RuleQuestions}, which draws a network until it shows what a
 * case is to show, then {@link org.biograd.kit.generate.rule.RuleSampleCases}; {@code org.biograd.kit.Catalogue} alone
 * depends on it.
 */
package org.biograd.kit.generate.rule;
