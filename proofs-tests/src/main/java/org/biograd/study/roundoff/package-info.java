/**
 * How far an integer network is from the exact one, and how far it may be: a running error analysis of one batch
 * (theorem T5).
 *
 * <p>{@link org.biograd.study.roundoff.RunningBound} watches an integer network and computes beside it, from its
 * integers alone, a bound of the error of every value. {@link org.biograd.study.roundoff.Roundoff} runs the exact
 * network on the same spikes and weights and asks whether the bounds hold. Nothing here uses the arithmetic of the
 * integer network: what a clause makes of its inputs is computed anew, in fractions.
 *
 * <p>One equation serves all signals. An integer value is what its clauses store; its <em>local error</em> is that,
 * minus what the equation makes of the same integers. Its error is the local error plus what the equation makes of the
 * errors of its inputs; and a bound of the error is the size of the local error plus what the sizes of the equation's
 * derivatives make of the bounds of the inputs.
 *
 * <p>Read {@link org.biograd.study.roundoff.SomaBound} first, the shortest of the bounds, then
 * {@link org.biograd.study.roundoff.RunningBound}. Only tests depend on it.
 */
package org.biograd.study.roundoff;
