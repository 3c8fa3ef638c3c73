/**
 * Trains a network on labelled samples, in integers or in doubles, and can be stopped at any moment without the loss
 * of more than an epoch.
 *
 * <p>Read {@link org.biograd.train.Training} first, then {@link org.biograd.train.IntegerLearner}; skip {@link
 * org.biograd.train.RealLearner}, which is the same in doubles. {@code train.report}, the searches and benchmarks
 * among the studies, and the command depend on it.
 */
package org.biograd.train;
