/**
 * Other learning rules in rational numbers, each a few equations on a recorded run: what the integer rules round, and
 * what the theorems about them are checked with.
 */
package org.biograd.reference.exact.rule;
