/**
 * The network in a browser: what JavaScript calls. TeaVM compiles it, and the class files of {@code fixedpoint} that it
 * uses, as they are; there is no second implementation.
 *
 * <p>Read {@link org.biograd.play.Play} first. A browser has no reflection, no resources and no digests: {@link
 * org.biograd.play.Profiles} and {@link org.biograd.play.Sha256} stand in for these.
 */
package org.biograd.play;
