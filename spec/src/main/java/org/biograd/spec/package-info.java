/**
 * What every implementation shares: shapes, spike trains, signals and the observer. No arithmetic of the algorithm
 * lives here, so that no implementation can be checked against itself. The normative text is in the folder {@code
 * spec/text}.
 */
package org.biograd.spec;
