/**
 * What is common to all learning rules: the card that says what a rule is, the words that it declares, the operations
 * that it counts, and the network around it with weights, draws and updates.
 */
package org.biograd.fixedpoint.rule.frame;
