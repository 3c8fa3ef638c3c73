/**
 * Profiles: the widths, constants, rounding modes and schedule of an integer network, as data (PROF-1 to PROF-4).
 */
package org.biograd.spec.profile;
