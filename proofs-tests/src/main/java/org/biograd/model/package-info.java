/** The model file: a network's weights with all that is needed to use them, and to go on training (spec chapter 16). */
package org.biograd.model;
