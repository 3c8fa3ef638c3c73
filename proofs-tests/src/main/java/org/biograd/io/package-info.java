/**
 * Files and progress: what every layer above needs and what knows nothing of networks.
 *
 * <p>Read {@link org.biograd.io.AtomicFile} first; every file that the project writes goes through it. Everything may
 * use this package; it uses the JDK alone.
 */
package org.biograd.io;
