/**
 * Operations on whole networks (chapter 9): a sample, a sleep, a start, a training.
 *
 * <p>Read {@link org.biograd.kit.network.SampleOperation}; {@code CaseDraws} are the draws that a case gives in place
 * of the hash. {@code kit} and {@code kit.generate.network} depend on it.
 */
package org.biograd.kit.network;
