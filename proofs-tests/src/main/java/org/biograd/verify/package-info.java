/** The main job: train the integer network on real data with the reference beside it, measure, and check. */
package org.biograd.verify;
