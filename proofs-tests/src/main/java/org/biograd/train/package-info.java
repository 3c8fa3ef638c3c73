/**
 * Trains a network on labelled samples, in integers or in doubles, and can be stopped at any moment without the loss of
 * more than an epoch.
 */
package org.biograd.train;
