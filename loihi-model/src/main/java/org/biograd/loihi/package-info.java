/**
 * Facts about Intel's first Loihi chip, each with its source and with what it rests on. Nothing here was verified on
 * silicon.
 */
package org.biograd.loihi;
