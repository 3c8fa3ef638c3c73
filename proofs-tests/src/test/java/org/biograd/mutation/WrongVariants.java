package org.biograd.mutation;

import java.util.List;

/** The mistakes that an implementation of the spec is most likely to make. */
final class WrongVariants {

    private static final String WORDS = "org.biograd.words.TinyWordsTest";
    private static final String CODING = "org.biograd.words.RateCoderTest";
    private static final String BY_HAND = "org.biograd.network.HandWorkedTest";
    private static final String CASES = "org.biograd.network.SpecModelCasesTest";
    private static final String SCHEDULE = "org.biograd.network.ScheduleTest";
    private static final String ROUNDOFF = "org.biograd.network.RoundoffCasesTest";
    private static final String UNWATCHED = "org.biograd.network.UnwatchedCasesTest";
    private static final String SOFTMAX = "org.biograd.network.SoftmaxTest";

    static final List<WrongVariant> ALL = List.of(
            // words
            new WrongVariant(
                    "saturation reaches -2^(b-1)",
                    "word/Words.java",
                    "Math.max(-largest, ",
                    "Math.max(-largest - 1, ",
                    WORDS),
            new WrongVariant(
                    "decay floors instead of rounding toward zero",
                    "word/Words.java",
                    "return scale(x, k);",
                    "return x * k >> 12;",
                    WORDS),
            new WrongVariant(
                    "scale looks at one sign only",
                    "word/Words.java",
                    "return x < 0 != f < 0 ?",
                    "return x < 0 ?",
                    WORDS),
            new WrongVariant(
                    "stochastic rounding compares with <=",
                    "word/Words.java",
                    "return draw < remainder",
                    "return draw <= remainder",
                    WORDS),
            new WrongVariant(
                    "stochastic rounding compares the other way",
                    "word/Words.java",
                    "return draw < remainder",
                    "return draw >= remainder",
                    WORDS),
            new WrongVariant(
                    "a tie goes up instead of to the even neighbour",
                    "word/Words.java",
                    "(remainder == half && (floor & 1) == 1)",
                    "remainder == half",
                    WORDS),
            new WrongVariant(
                    "away from zero is upwards",
                    "word/Words.java",
                    "return x < 0 ? floor : floor + 1;",
                    "return floor + 1;",
                    WORDS),
            // draws
            new WrongVariant(
                    "lanes are read highest first",
                    "word/Draws.java",
                    "int position = index << laneLog & 127;",
                    "int position = 128 - (1 << laneLog) - (index << laneLog & 127);",
                    CASES),
            new WrongVariant(
                    "the high bits of a lane are drawn",
                    "word/Draws.java",
                    "(position < 64 ? low >>> position : high >>> position - 64) & laneMask",
                    "((position < 64 ? low >>> position : high >>> position - 64) & (1L << (1 << laneLog)) - 1)"
                            + " >>> (1 << laneLog) - Long.bitCount(laneMask)",
                    CASES),
            new WrongVariant(
                    "the layer is not in the counter",
                    "word/Draws.java",
                    "stream.code() << 16 | layer",
                    "stream.code() << 16",
                    CASES),
            new WrongVariant(
                    "intensity 255 may stay silent",
                    "RateCoder.java",
                    "return intensity + (intensity >> 7);",
                    "return intensity;",
                    CASES),
            // forward
            new WrongVariant(
                    "threshold with >=",
                    "Soma.java",
                    "v > parameters.threshold()",
                    "v >= parameters.threshold()",
                    UNWATCHED),
            new WrongVariant(
                    "soft reset by the threshold",
                    "Soma.java",
                    "long rest = spike[i] == 1 ? 0 : voltage[i];",
                    "long rest = spike[i] == 1 ? voltage[i] - parameters.threshold() : voltage[i];",
                    UNWATCHED),
            new WrongVariant(
                    "no reset",
                    "Soma.java",
                    "long rest = spike[i] == 1 ? 0 : voltage[i];",
                    "long rest = voltage[i];",
                    UNWATCHED),
            new WrongVariant(
                    "u saturates instead of wrapping",
                    "Soma.java",
                    "Words.wrap(input, ",
                    "Words.saturate(input, ",
                    CASES),
            new WrongVariant(
                    "the input is decayed with the voltage",
                    "Soma.java",
                    "Words.decay(rest, parameters.keep()) + u",
                    "Words.decay(rest + u, parameters.keep())",
                    UNWATCHED),
            new WrongVariant(
                    "the bias is forgotten",
                    "Layer.java",
                    "synapses.startWithBias(sum);",
                    "Synapses.startWithoutBias(sum);",
                    BY_HAND),
            new WrongVariant(
                    "gate with <=",
                    "SurrogateGate.java",
                    "Math.abs(voltage[i] - threshold) < window",
                    "Math.abs(voltage[i] - threshold) <= window",
                    BY_HAND),
            new WrongVariant(
                    "gate on the voltage after the reset",
                    "Network.java",
                    "layer.gate.step(layer.soma.voltage);",
                    "int[] after = layer.soma.voltage.clone();"
                            + " for (int i = 0; i < after.length; i++) { after[i] = layer.soma.spike[i] == 1 ? 0 : "
                            + "after[i]; }"
                            + " layer.gate.step(after);",
                    CASES),
            new WrongVariant(
                    "eligibility uses the gate of the step before",
                    "Network.java",
                    "layer.gate.step(layer.soma.voltage);\n"
                            + "                layer.eligibility.step(sample, t, spiking, spikes, layer.soma.voltage, "
                            + "layer.soma.spike,"
                            + " layer.gate.open);",
                    "layer.eligibility.step(sample, t, spiking, spikes, layer.soma.voltage, layer.soma.spike,"
                            + " layer.gate.open);\n"
                            + "                layer.gate.step(layer.soma.voltage);",
                    BY_HAND),
            // traces and eligibility
            new WrongVariant(
                    "PRE_ONLY traces wrap instead of saturating",
                    "PresynapticTraces.java",
                    "Words.saturateUnsigned(z, parameters.bits())",
                    "z & (1L << parameters.bits()) - 1",
                    CASES),
            new WrongVariant(
                    "eligibility is added before the trace decays",
                    "Eligibility.java",
                    "        traces.step(sample, step, rows, spiking, spikes);\n"
                            + "        if (mask(gate, gateMask)) {\n"
                            + "            events.add(Signal.ELIGIBILITY, traces.accumulate(rows, gateMask, shift, "
                            + "value, largest));\n"
                            + "        }\n",
                    "        mask(gate, gateMask);\n"
                            + "        events.add(Signal.ELIGIBILITY, traces.accumulate(rows, gateMask, shift, value, "
                            + "largest));\n"
                            + "        traces.step(sample, step, rows, spiking, spikes);\n",
                    BY_HAND),
            new WrongVariant(
                    "the impulse decays with the trace",
                    "SynapticTraces.java",
                    "Words.shift(y * parameters.keep(), DECAY_BITS, parameters.rounding(), draw) + impulse",
                    "Words.shift((y + impulse) * parameters.keep(), DECAY_BITS, parameters.rounding(), draw)",
                    CASES),
            new WrongVariant(
                    "the vector form of the trace floors",
                    "SynapticTraces.java",
                    "return x + (x >> 31 & ONE - 1) >> DECAY_BITS;",
                    "return x >> DECAY_BITS;",
                    CASES),
            new WrongVariant(
                    "FULL forgets v g in the reset factor",
                    "SynapticTraces.java",
                    "parameters.mode() == TraceMode.FULL && gateMask[i] != 0",
                    "false",
                    CASES),
            new WrongVariant(
                    "DETACHED forgets the reset",
                    "SynapticTraces.java",
                    "long f = spike[i] == 1 ? 0 : ONE;",
                    "long f = ONE;",
                    CASES),
            // errors
            new WrongVariant(
                    "softmax rounds down",
                    "OutputError.java",
                    "return (2 * x + y) / (2 * y);",
                    "return x / y;",
                    SOFTMAX),
            new WrongVariant(
                    "an entry of the softmax table is off by one",
                    "OutputError.java",
                    "162, 60, 22, 8, 3, 1}",
                    "162, 60, 22, 8, 4, 1}",
                    SOFTMAX),
            new WrongVariant(
                    "the errors' counts leave out the current step",
                    "Network.java",
                    "            outputError.count(spiking, spikes);\n",
                    "            if (t < profile.time().softStart()) {\n                outputError.count(spiking, "
                            + "spikes);\n            }\n",
                    BY_HAND),
            new WrongVariant(
                    "the difference error divides by t",
                    "OutputError.java",
                    "nearest(one * count[k], step + 1)",
                    "nearest(one * count[k], Math.max(1, step))",
                    BY_HAND),
            new WrongVariant(
                    "error neurons reset to zero",
                    "ErrorNeurons.java",
                    "long driven = potential - one * spiked + input;",
                    "long driven = (spiked == 1 ? 0 : potential) + input;",
                    BY_HAND),
            new WrongVariant(
                    "error neurons spike at >=",
                    "ErrorNeurons.java",
                    "positive[k] > one ? 1 : 0",
                    "positive[k] >= one ? 1 : 0",
                    BY_HAND),
            new WrongVariant(
                    "hidden dendrites read the feedback transposed",
                    "ErrorDendrite.java",
                    "feedback[i * outputs + k]",
                    "feedback[k * value.length + i]",
                    CASES),
            new WrongVariant(
                    "the learning error is clipped before it is shifted",
                    "ErrorDendrite.java",
                    "shift >= 0 ? Words.shift(value[i], shift, rounding, draw)",
                    "shift >= 0 ? Words.shift(Words.saturate(value[i], learningBits), shift, rounding, draw)",
                    CASES),
            // layerwise feedback
            new WrongVariant(
                    "what is fed back has the eligibility of the first synapse",
                    "FedBackError.java",
                    "int bias = eligibility.length - value.length;",
                    "int bias = 0;",
                    BY_HAND),
            new WrongVariant(
                    "what is fed back is not shifted",
                    "FedBackError.java",
                    "long shifted = Words.shift(product, shift, rounding, draw);",
                    "long shifted = product;",
                    BY_HAND),
            new WrongVariant(
                    "what is fed back does not saturate",
                    "FedBackError.java",
                    "long held = Words.saturate(shifted, bits);",
                    "long held = shifted;",
                    CASES),
            new WrongVariant(
                    "what is fed back shares the draws of the learning error",
                    "FedBackError.java",
                    "DrawStream.FED_BACK_ERROR, layer, ",
                    "DrawStream.LEARNING_ERROR, layer, ",
                    CASES),
            new WrongVariant(
                    "a layerwise dendrite saturates after each term",
                    "ErrorDendrite.java",
                    "sum += (long) above.value[m] * feedback[i * neurons + m];",
                    "sum = Words.saturate(sum + (long) above.value[m] * feedback[i * neurons + m], dendriteBits);",
                    BY_HAND),
            new WrongVariant(
                    "hidden dendrites also hear error spikes",
                    "Network.java",
                    "int lowest = profile.feedback().path() == FeedbackPath.DIRECT ? 1 : shape.layers();",
                    "int lowest = 1;",
                    BY_HAND),
            new WrongVariant(
                    "errors go down from the errors of the sample before",
                    "Network.java",
                    "for (int l = shape.layers() - 1; l >= 1; l--) {",
                    "for (int l = 1; l < shape.layers(); l++) {",
                    CASES),
            new WrongVariant(
                    "sleep counts the outputs instead of the next layer",
                    "WeightMirror.java",
                    "Soma top = layers[source].soma;",
                    "Soma top = layers[layers.length - 1].soma;",
                    CASES),
            new WrongVariant(
                    "layers above the one that feeds back run in sleep",
                    "WeightMirror.java",
                    "for (int l = layer + 2; l <= source; l++) {",
                    "for (int l = layer + 2; l < layers.length; l++) {",
                    CASES),
            // learning
            new WrongVariant(
                    "the product rounds toward zero",
                    "WeightUpdate.java",
                    "return multiplier * gradientSum >> by;",
                    "return multiplier * gradientSum / (1L << by);",
                    CASES),
            new WrongVariant(
                    "rates are halved one sample early",
                    "WeightUpdate.java",
                    "sample / parameters.halveEvery()",
                    "(sample + 1) / parameters.halveEvery()",
                    CASES),
            new WrongVariant(
                    "rates are never halved",
                    "WeightUpdate.java",
                    "parameters.shift() + halvings",
                    "parameters.shift()",
                    CASES),
            new WrongVariant(
                    "the weight moves up the gradient",
                    "WeightUpdate.java",
                    "Fraction()) - product;",
                    "Fraction()) + product;",
                    BY_HAND),
            new WrongVariant(
                    "the accumulator does not saturate",
                    "WeightUpdate.java",
                    "long accumulator = Words.saturate(exact, parameters.accumulatorBits());",
                    "long accumulator = exact;",
                    CASES),
            new WrongVariant(
                    "the last batch of an epoch is dropped",
                    "Schedule.java",
                    "boolean endsEpoch = position + size == samples;",
                    "boolean endsEpoch = position + size + profile.update().batch() > samples;",
                    SCHEDULE),
            new WrongVariant(
                    "a batch keeps the gradient of the one before",
                    "WeightUpdate.java",
                    "            gradient[row + i] = 0;\n",
                    "",
                    CASES),
            // roundings, seen from the exact network alone
            new WrongVariant(
                    "the threshold is one lower",
                    "NarrowSoma.java",
                    "threshold - voltage[i] >>> 31",
                    "threshold - 1 - voltage[i] >>> 31",
                    ROUNDOFF),
            new WrongVariant(
                    "decay takes one unit too much",
                    "NarrowSoma.java",
                    "voltage[i] = (kept ^ sign) - sign;",
                    "voltage[i] = (kept ^ sign) - sign - Integer.signum(rest);",
                    ROUNDOFF),
            new WrongVariant(
                    "a trace that is not 0 gains one with every spike",
                    "PresynapticTraces.java",
                    "z += parameters.impulse();",
                    "z += parameters.impulse() + Long.signum(z);",
                    ROUNDOFF),
            new WrongVariant(
                    "eligibility rounds up",
                    "SynapticTraces.java",
                    "(gateMask[i] & trace[row + i] >> shift)",
                    "(gateMask[i] & -(-trace[row + i] >> shift))",
                    ROUNDOFF),
            new WrongVariant(
                    "the reset factor of FULL is half as steep",
                    "SynapticTraces.java",
                    "(long) voltage[i] << DECAY_BITS, voltageOne",
                    "(long) voltage[i] << DECAY_BITS, 2 * voltageOne",
                    ROUNDOFF),
            new WrongVariant(
                    "an error rounds up",
                    "OutputError.java",
                    "return (2 * x + y) / (2 * y);",
                    "return (x + y - 1) / y;",
                    ROUNDOFF),
            new WrongVariant(
                    "a product rounds up",
                    "WeightUpdate.java",
                    "multiplier * gradientSum >> by;",
                    "-(-multiplier * gradientSum >> by);",
                    ROUNDOFF),
            // sleep
            new WrongVariant(
                    "Oja's decay takes the mean over the trajectories",
                    "FeedbackUpdate.java",
                    "- square[s % neurons] * feedback[s];",
                    "- square[s % neurons] / parameters.trajectories() * feedback[s];",
                    CASES),
            new WrongVariant(
                    "sleep includes the bias of the layer above",
                    "Layer.java",
                    "Synapses.startWithoutBias(sum);",
                    "synapses.startWithBias(sum);",
                    CASES),
            new WrongVariant(
                    "voltages outlive a trajectory",
                    "WeightMirror.java",
                    "            layers[l].soma.clear();\n",
                    "",
                    CASES),
            new WrongVariant(
                    "feedback weights do not saturate",
                    "FeedbackUpdate.java",
                    "long held = Words.saturate(moved, feedbackBits);",
                    "long held = moved;",
                    CASES),
            // the fast forms, seen from the plain ones
            new WrongVariant(
                    "the vector form of the decay floors",
                    "NarrowSoma.java",
                    "int magnitude = Math.abs(rest);",
                    "int magnitude = Math.abs(rest) + (sign & LOW);",
                    CASES),
            new WrongVariant(
                    "the vector form of the threshold is >=",
                    "NarrowSoma.java",
                    "threshold - voltage[i] >>> 31",
                    "threshold - voltage[i] - 1 >>> 31",
                    CASES),
            new WrongVariant(
                    "the vector form of the input is not wrapped",
                    "NarrowSoma.java",
                    "sum[i] << shift << unused >> unused",
                    "sum[i] << shift",
                    CASES),
            new WrongVariant(
                    "the vector form of the voltage does not saturate",
                    "NarrowSoma.java",
                    "voltage[i] = NarrowWords.saturate(driven, largest);",
                    "voltage[i] = driven;",
                    CASES),
            new WrongVariant(
                    "the last rows of a sum are left out",
                    "GatheredRows.java",
                    "for (; s < count; s++) {",
                    "for (; s < count - 2; s++) {",
                    UNWATCHED),
            new WrongVariant(
                    "eligibility never saturates in a whole sample",
                    "PresynapticSampleEligibility.java",
                    "if (sum <= largest) {",
                    "if (sum <= Integer.MAX_VALUE) {",
                    UNWATCHED),
            new WrongVariant(
                    "traces of synapses never saturate in a whole sample",
                    "SynapticSampleEligibility.java",
                    "return any >= 0;",
                    "return true;",
                    UNWATCHED),
            new WrongVariant(
                    "a whole sample takes the reset of the same step",
                    "SynapticSampleEligibility.java",
                    "factor[Math.max(0, t - 1)], overflow",
                    "factor[t], overflow",
                    UNWATCHED),
            new WrongVariant(
                    "the bias has no trace in a whole sample",
                    "PresynapticTraces.java",
                    "            impulse[count - 1] = parameters.impulse();\n",
                    "",
                    UNWATCHED),
            new WrongVariant(
                    "the vector form of the update rounds up at a tie",
                    "NarrowUpdate.java",
                    "(draw[i] - (accumulator[i] & low) >>> 31)",
                    "(draw[i] - (accumulator[i] & low) - 1 >>> 31)",
                    UNWATCHED),
            new WrongVariant(
                    "the vector form of the update forgets its accumulator's limit",
                    "NarrowUpdate.java",
                    "product[i] = NarrowWords.saturate(exact, largest);",
                    "product[i] = exact;",
                    UNWATCHED),
            new WrongVariant(
                    "the vector form of the update shifts modulo 32",
                    "NarrowUpdate.java",
                    "Math.min(shift, Integer.SIZE - 1)",
                    "shift",
                    UNWATCHED),
            new WrongVariant(
                    "draws in a row begin at a multiple of 16",
                    "word/Draws.java",
                    "int index = from + i;",
                    "int index = (from & -16) + i;",
                    UNWATCHED),
            new WrongVariant(
                    "all steps of a sample have the draws of its first",
                    "word/Draws.java",
                    "wanted[b], step + t",
                    "wanted[b], step",
                    CODING),
            new WrongVariant(
                    "a key stands still where blocks are made together",
                    "word/PhiloxBlocks.java",
                    "            key1 += Philox.WEYL_1;\n",
                    "",
                    CODING),
            new WrongVariant(
                    "negative noise is added",
                    "Layer.java",
                    "            sum[i] = -sum[i];\n",
                    "            sum[i] = +sum[i];\n",
                    CASES),
            // network
            new WrongVariant(
                    "of equal counts the highest class wins",
                    "Network.java",
                    "outputError.count[k] > outputError.count[best]",
                    "outputError.count[k] >= outputError.count[best]",
                    CASES),
            new WrongVariant(
                    "the order of samples is off by one",
                    "SampleOrder.java",
                    "draws.at(i) * (i + 1) >>> DRAW_BITS",
                    "draws.at(i) * i >>> DRAW_BITS",
                    SCHEDULE),
            new WrongVariant(
                    "initial weights leave out the largest",
                    "InitialWeights.java",
                    "draws.at(s) * (2 * radius + 1)",
                    "draws.at(s) * (2 * radius)",
                    CASES),
            new WrongVariant(
                    "the digest reads a weight's highest byte first",
                    "Digest.java",
                    "            digest.update((byte) value);\n",
                    "            digest.update((byte) (value >> 24));\n",
                    CASES),
            new WrongVariant(
                    "the first sleep comes one update late",
                    "Schedule.java",
                    "every > 0 && updates % every == 0",
                    "every > 0 && updates % every == 1",
                    SCHEDULE));

    private WrongVariants() {}
}
