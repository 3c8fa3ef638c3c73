package org.biograd.report;

/**
 * A figure of the page, drawn once for light and once for dark surroundings.
 *
 * @param id its anchor
 * @param title its title
 * @param caption what is seen, for a reader who is new to it
 * @param width its width on the page, in CSS pixels
 * @param height its height on the page, in CSS pixels
 * @param light the PNG for light surroundings, at twice that size
 * @param dark the PNG for dark ones
 */
public record Figure(String id, String title, String caption, int width, int height, byte[] light, byte[] dark) {}
