/** How fast networks learn and predict on this machine. */
package org.biograd.bench;
