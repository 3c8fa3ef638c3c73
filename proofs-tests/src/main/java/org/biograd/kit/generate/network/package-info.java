/**
 * Cases of whole networks. Read {@code Networks}, which draws a network, then
 * {@link org.biograd.kit.generate.network.SampleCases}; {@code org.biograd.kit.Catalogue} alone depends on it.
 */
package org.biograd.kit.generate.network;
