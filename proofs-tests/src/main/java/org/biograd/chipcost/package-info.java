/** What a training on the chip would cost: a run whose operations are counted, and the bill of them. */
package org.biograd.chipcost;
