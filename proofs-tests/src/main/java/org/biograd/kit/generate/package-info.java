/** Makes cases: directed ones for what is known to go wrong, edges, and then random ones from a seed. */
package org.biograd.kit.generate;
