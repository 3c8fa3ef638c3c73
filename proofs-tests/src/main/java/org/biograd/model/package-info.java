/**
 * The model file: a network's weights with all that is needed to use them, and to go on training (spec chapter 16).
 *
 * <p>Read {@link org.biograd.model.Model} first, then {@link org.biograd.model.ModelReader} beside the clauses; {@link
 * org.biograd.model.WeightSnapshot} holds weights in memory only, for those who run a network twice. Trainings,
 * studies and the command depend on it.
 */
package org.biograd.model;
