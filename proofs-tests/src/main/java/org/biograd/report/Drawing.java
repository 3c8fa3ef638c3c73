package org.biograd.report;

import java.util.List;

/**
 * One plot of a figure.
 *
 * @param title what it shows; may be empty
 * @param keys what its marks mean; may be empty
 * @param svg the plot, an element of HTML
 */
public record Drawing(String title, List<Key> keys, String svg) {}
