/**
 * What a training on the chip would cost: a run whose operations are counted, the bill of them, and its files.
 *
 * <p>Read {@link org.biograd.study.cost.CostRun} first; prices and counting are in {@code org.biograd.loihi.cost}.
 * Only the command depends on it.
 */
package org.biograd.study.cost;
