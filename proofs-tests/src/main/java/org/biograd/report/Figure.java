package org.biograd.report;

import java.util.List;

/**
 * A figure of a page.
 *
 * @param id its anchor
 * @param title its title
 * @param caption what is seen, for a reader who is new to it
 * @param stacked whether its drawings stand above each other always; else side by side where there is room
 * @param drawings its plots, at least one
 */
public record Figure(String id, String title, String caption, boolean stacked, List<Drawing> drawings) {}
