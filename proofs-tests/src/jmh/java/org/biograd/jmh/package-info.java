/**
 * Times of single kernels, by JMH: for those who change them. {@code biograd bench} has the times of whole networks.
 */
package org.biograd.jmh;
