/**
 * What a placed network does on the chip, counted exactly while any implementation of it runs, and what that costs
 * where prices are public.
 */
package org.biograd.loihi.cost;
