/**
 * Puts another implementation to the test: runs its program, sends cases, takes answers, compares, and makes what fails
 * small.
 */
package org.biograd.conform;
