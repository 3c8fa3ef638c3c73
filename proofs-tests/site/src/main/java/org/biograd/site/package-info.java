/**
 * The site: all text, a page for each clause with the code that implements it, and the page to play with, as a folder
 * that opens from disk.
 *
 * <p>Read {@link org.biograd.site.Site} first, then {@link org.biograd.site.ClausePage}; skip {@link
 * org.biograd.site.Html}. Nothing is copied by hand: code is found by its marks, numbers are computed when the site is
 * built.
 */
package org.biograd.site;
