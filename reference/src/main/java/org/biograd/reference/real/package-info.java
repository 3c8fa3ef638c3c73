/**
 * The network in double precision, to be read beside the clauses of the spec: the same names, the same order, no word
 * width, no rounding of its own.
 *
 * <p>Begin with {@link org.biograd.reference.real.RealNetwork#learn RealNetwork.learn}, which is NET-1 line by line,
 * and follow the calls: spikes enter ({@code Spikes}), each layer sums them ({@code Synapses}), integrates and fires
 * ({@code Soma}), and keeps the derivative of its spike counts ({@code Eligibility}). The output's error ({@code
 * ErrorFunctions}) becomes spikes ({@code ErrorNeurons}), which every layer hears at its error dendrites ({@code
 * ErrorDendrite}); error times eligibility moves the weights ({@code WeightUpdate}). In sleep, noise aligns the
 * feedback weights ({@code WeightMirror}).
 *
 * <p>Skip at first: {@code View}, which shows values to an observer; {@code NetworkArguments}, which refuses what does
 * not fit; {@code Units}, which converts from an integer network; {@code BackpropagationThroughTime} and {@code
 * Angles}, which measure how far an update is from the gradient. Nothing in this package is there for speed: trainings
 * of a useful length compute the same doubles in another order in the package {@code fast} below this one.
 *
 * <p>Arrays are indexed as in the equations: {@code w[i][j]} is the weight from neuron j to neuron i, {@code b[i][k]}
 * the feedback from output k to neuron i. Layers are numbered 1..L; layer 0 is the input. Nothing is allocated within a
 * step. A network is for one thread at a time.
 */
package org.biograd.reference.real;
