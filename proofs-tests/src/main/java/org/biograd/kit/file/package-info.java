/**
 * Operations on what comes in files: a profile's text, a model file, a recording. Each says whether it is admitted, and
 * what is in it.
 *
 * <p>Read {@link org.biograd.kit.file.ProfileOperation}. {@code kit} and {@code kit.generate.file} depend on it.
 */
package org.biograd.kit.file;
