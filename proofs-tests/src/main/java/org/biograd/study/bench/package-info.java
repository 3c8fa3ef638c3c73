/**
 * How fast networks learn and predict on this machine.
 *
 * <p>Read {@link org.biograd.study.bench.Bench} first. Only the command depends on it.
 */
package org.biograd.study.bench;
