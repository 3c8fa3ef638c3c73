package org.biograd.mutation;

import java.util.List;

/** The mistakes that an implementation of the spec is most likely to make. */
final class WrongVariants {

    private static final String WORDS = "org.biograd.words.TinyWordsTest";
    private static final String CODING = "org.biograd.words.FastRateCoderTest";
    private static final String BY_HAND = "org.biograd.network.HandWorkedTest";
    private static final String CASES = "org.biograd.network.SpecModelCasesTest";
    private static final String SCHEDULE = "org.biograd.network.ScheduleTest";
    private static final String ROUNDOFF = "org.biograd.network.RoundoffCasesTest";
    private static final String SOMA = "org.biograd.fixedpoint.SomaTest";
    private static final String FAST_SOMA = "org.biograd.fixedpoint.fast.FastSomaTest";
    private static final String FAST_ELIGIBILITY = "org.biograd.fixedpoint.fast.FastEligibilityTest";
    private static final String FAST_UPDATE = "org.biograd.fixedpoint.fast.FastWeightUpdateTest";
    private static final String FAST_NETWORK = "org.biograd.fixedpoint.fast.FastNetworkTest";
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
                    "RateCode.java",
                    "return intensity + (intensity >> 7);",
                    "return intensity;",
                    CASES),
            // forward
            new WrongVariant(
                    "threshold with >=",
                    "Soma.java",
                    "v > parameters.threshold()",
                    "v >= parameters.threshold()",
                    SOMA),
            new WrongVariant(
                    "soft reset by the threshold",
                    "Soma.java",
                    "long rest = spiked == 1 ? 0 : before;",
                    "long rest = spiked == 1 ? before - parameters.threshold() : before;",
                    SOMA),
            new WrongVariant(
                    "no reset", "Soma.java", "long rest = spiked == 1 ? 0 : before;", "long rest = before;", SOMA),
            new WrongVariant(
                    "u saturates instead of wrapping",
                    "Soma.java",
                    "Words.wrap(exact, ",
                    "Words.saturate(exact, ",
                    SOMA),
            new WrongVariant(
                    "the input is decayed with the voltage",
                    "Soma.java",
                    "Words.decay(rest, parameters.keep()) + u",
                    "Words.decay(rest + u, parameters.keep())",
                    SOMA),
            new WrongVariant(
                    "the bias is forgotten", "Synapses.java", "all[x.length] = 1;", "all[x.length] = 0;", BY_HAND),
            new WrongVariant(
                    "gate with <=",
                    "SurrogateGate.java",
                    "Math.abs(voltage[i] - threshold) < window",
                    "Math.abs(voltage[i] - threshold) <= window",
                    BY_HAND),
            new WrongVariant(
                    "gate on the voltage after the reset",
                    "Layer.java",
                    "gate.step(soma.voltages());",
                    "int[] after = soma.voltages().clone(); for (int i = 0; i < after.length; i++) { after[i] = "
                            + "soma.spikes()[i] == 1 ? 0 : after[i]; } gate.step(after);",
                    CASES),
            new WrongVariant(
                    "eligibility uses the gate of the step before",
                    "Layer.java",
                    "        gate.step(soma.voltages());\n        eligibility.step(sample, step, "
                            + "Synapses.withBias(x), soma.voltages(), soma.spikes(), gate.gates());",
                    "        eligibility.step(sample, step, Synapses.withBias(x), soma.voltages(), soma.spikes(), "
                            + "gate.gates());\n        gate.step(soma.voltages());",
                    BY_HAND),
            // traces and eligibility
            new WrongVariant(
                    "PRE_ONLY traces wrap instead of saturating",
                    "PresynapticTraces.java",
                    "Words.saturateUnsigned(exact, parameters.bits())",
                    "exact & (1L << parameters.bits()) - 1",
                    CASES),
            new WrongVariant(
                    "traces step twice",
                    "Eligibility.java",
                    "traces.reset(voltage, spike, gate);",
                    "traces.step(sample, step, x);\n        traces.reset(voltage, spike, gate);",
                    BY_HAND),
            new WrongVariant(
                    "the impulse decays with the trace",
                    "SynapticTraces.java",
                    "rounder.shift(y * parameters.keep(), s) + (long) parameters.impulse() * x",
                    "rounder.shift((y + (long) parameters.impulse() * x) * parameters.keep(), s)",
                    CASES),
            new WrongVariant(
                    "the vector form of the trace floors",
                    "fast/SynapticTraceRow.java",
                    "return x + (x >> 31 & Decay.ONE - 1) >> Decay.BITS;",
                    "return x >> Decay.BITS;",
                    FAST_ELIGIBILITY),
            new WrongVariant(
                    "FULL forgets v g in the reset factor",
                    "SynapticTraces.java",
                    "if (parameters.mode() == TraceMode.FULL) {",
                    "if (parameters.mode() == null) {",
                    CASES),
            new WrongVariant(
                    "DETACHED forgets the reset",
                    "SynapticTraces.java",
                    "(long) Decay.ONE * (1 - s);",
                    "(long) Decay.ONE;",
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
                    "            outputError.count(x);\n            show(",
                    "            if (t < profile.time().softStart()) {\n                outputError.count(x);\n       "
                            + "     }\n            show(",
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
                    "long exact = potential - one * spiked + error;",
                    "long exact = (spiked == 1 ? 0 : potential) + error;",
                    BY_HAND),
            new WrongVariant(
                    "error neurons spike at >=",
                    "ErrorNeurons.java",
                    "potential > one ? 1 : 0",
                    "potential >= one ? 1 : 0",
                    BY_HAND),
            new WrongVariant(
                    "hidden dendrites read the feedback transposed",
                    "ErrorDendrite.java",
                    "            add(i, sum(feedback, i, net));\n",
                    "            long sum = 0;\n            for (int k = 0; k < net.length; k++) {\n                "
                            + "sum += (long) feedback[k * value.length + i] * net[k];\n            }\n            "
                            + "add(i, sum);\n",
                    CASES),
            new WrongVariant(
                    "the learning error is clipped before it is shifted",
                    "ErrorDendrite.java",
                    "shift >= 0 ? rounder.shift(value[i], i)",
                    "shift >= 0 ? rounder.shift(Words.saturate(value[i], learningBits), i)",
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
                    "rounder.shift((long) learningError[m] * eligibility[bias + m], m)",
                    "(long) learningError[m] * eligibility[bias + m]",
                    BY_HAND),
            new WrongVariant(
                    "what is fed back does not saturate",
                    "FedBackError.java",
                    "Words.saturate(exact, bits)",
                    "exact",
                    CASES),
            new WrongVariant(
                    "what is fed back shares the draws of the learning error",
                    "FedBackError.java",
                    "DrawStream.FED_BACK_ERROR",
                    "DrawStream.LEARNING_ERROR",
                    CASES),
            new WrongVariant(
                    "a layerwise dendrite saturates after each term",
                    "ErrorDendrite.java",
                    "            add(i, sum(feedback, i, fedBack));\n",
                    "            for (int m = 0; m < fedBack.length; m++) {\n                add(i, (long) feedback[i "
                            + "* fedBack.length + m] * fedBack[m]);\n            }\n",
                    BY_HAND),
            new WrongVariant(
                    "hidden dendrites also hear error spikes",
                    "Network.java",
                    "for (int l = 1; direct && l < outputs; l++) {",
                    "for (int l = 1; l < outputs; l++) {",
                    BY_HAND),
            new WrongVariant(
                    "errors go down from the errors of the sample before",
                    "Network.java",
                    "direct ? n : outputs + 1 - n",
                    "n",
                    CASES),
            new WrongVariant(
                    "sleep counts the outputs instead of the next layer",
                    "WeightMirror.java",
                    "count(net, layers[source].soma.spikes());",
                    "count(net, java.util.Arrays.copyOf(layers[layers.length - 1].soma.spikes(), sourceCount.length));",
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
                    "Words.shift(multiplier * gradientSum, shift, Rounding.FLOOR, 0)",
                    "Words.shift(multiplier * gradientSum, shift, Rounding.TOWARD_ZERO, 0)",
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
                    "Words.saturate(exact, parameters.accumulatorBits())",
                    "exact",
                    CASES),
            new WrongVariant(
                    "the last batch of an epoch is dropped",
                    "run/Schedule.java",
                    "boolean endsEpoch = position + size == samples;",
                    "boolean endsEpoch = position + size + profile.update().batch() > samples;",
                    SCHEDULE),
            new WrongVariant(
                    "a batch keeps the gradient of the one before",
                    "WeightUpdate.java",
                    "        Arrays.fill(gradient, 0);\n",
                    "",
                    CASES),
            // roundings, seen from the exact network alone
            new WrongVariant(
                    "the threshold is one lower",
                    "fast/NarrowSoma.java",
                    "threshold - voltage[i] >>> 31",
                    "threshold - 1 - voltage[i] >>> 31",
                    FAST_SOMA),
            new WrongVariant(
                    "decay takes one unit too much",
                    "fast/NarrowSoma.java",
                    "voltage[i] = (kept ^ sign) - sign;",
                    "voltage[i] = (kept ^ sign) - sign - Integer.signum(rest);",
                    FAST_SOMA),
            new WrongVariant(
                    "a trace that is not 0 gains one with every spike",
                    "PresynapticTraces.java",
                    "(long) parameters.impulse() * x;",
                    "(long) parameters.impulse() * x + x * Long.signum(trace[j]);",
                    ROUNDOFF),
            new WrongVariant(
                    "eligibility rounds up", "Eligibility.java", "Rounding.FLOOR", "Rounding.AWAY_FROM_ZERO", ROUNDOFF),
            new WrongVariant(
                    "the reset factor of FULL is half as steep",
                    "SynapticTraces.java",
                    "Words.quotient(Decay.ONE * v, voltageOne)",
                    "Words.quotient(Decay.ONE * v, 2 * voltageOne)",
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
                    "Words.shift(multiplier * gradientSum, shift, Rounding.FLOOR, 0)",
                    "-(-multiplier * gradientSum >> shift)",
                    ROUNDOFF),
            // sleep
            new WrongVariant(
                    "Oja's decay takes the mean over the trajectories",
                    "FeedbackUpdate.java",
                    "- square[s % counted] * feedback[s];",
                    "- square[s % counted] / parameters.trajectories() * feedback[s];",
                    CASES),
            new WrongVariant(
                    "sleep includes the bias of the layer above",
                    "WeightMirror.java",
                    "Arrays.copyOf(net, net.length + 1)",
                    "Synapses.withBias(net)",
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
                    "Words.saturate(exact, feedbackBits)",
                    "exact",
                    CASES),
            // the fast forms
            new WrongVariant(
                    "the vector form of the decay floors",
                    "fast/NarrowSoma.java",
                    "int magnitude = Math.abs(rest);",
                    "int magnitude = Math.abs(rest) + (sign & LOW);",
                    FAST_SOMA),
            new WrongVariant(
                    "the vector form of the threshold is >=",
                    "fast/NarrowSoma.java",
                    "threshold - voltage[i] >>> 31",
                    "threshold - voltage[i] - 1 >>> 31",
                    FAST_SOMA),
            new WrongVariant(
                    "the vector form of the input is not wrapped",
                    "fast/NarrowSoma.java",
                    "sum[i] << shift << unused >> unused",
                    "sum[i] << shift",
                    FAST_SOMA),
            new WrongVariant(
                    "the vector form of the voltage does not saturate",
                    "fast/NarrowSoma.java",
                    "voltage[i] = NarrowWords.saturate(driven, largest);",
                    "voltage[i] = driven;",
                    FAST_SOMA),
            new WrongVariant(
                    "the last rows of a sum are left out",
                    "fast/GatheredRows.java",
                    "for (; s < count; s++) {",
                    "for (; s < count - 2; s++) {",
                    FAST_NETWORK),
            new WrongVariant(
                    "eligibility never saturates in a whole sample",
                    "fast/PresynapticSampleEligibility.java",
                    "if (sum <= largest) {",
                    "if (sum <= Integer.MAX_VALUE) {",
                    FAST_ELIGIBILITY),
            new WrongVariant(
                    "traces of synapses never saturate in a whole sample",
                    "fast/SynapticSampleEligibility.java",
                    "return any >= 0;",
                    "return true;",
                    FAST_ELIGIBILITY),
            new WrongVariant(
                    "a whole sample takes the reset of the same step",
                    "fast/SynapticSampleEligibility.java",
                    "factor[Math.max(0, t - 1)], overflow",
                    "factor[t], overflow",
                    FAST_ELIGIBILITY),
            new WrongVariant(
                    "the bias has no trace in a whole sample",
                    "fast/PresynapticTraceRun.java",
                    "            impulse[count - 1] = parameters.impulse();\n",
                    "",
                    FAST_ELIGIBILITY),
            new WrongVariant(
                    "the vector form of the update rounds up at a tie",
                    "fast/NarrowUpdate.java",
                    "(draw[i] - (accumulator[i] & low) >>> 31)",
                    "(draw[i] - (accumulator[i] & low) - 1 >>> 31)",
                    FAST_UPDATE),
            new WrongVariant(
                    "the vector form of the update forgets its accumulator's limit",
                    "fast/NarrowUpdate.java",
                    "product[i] = NarrowWords.saturate(exact, largest);",
                    "product[i] = exact;",
                    FAST_NETWORK),
            new WrongVariant(
                    "the vector form of the update shifts modulo 32",
                    "fast/NarrowUpdate.java",
                    "Math.min(shift, Integer.SIZE - 1)",
                    "shift",
                    FAST_UPDATE),
            new WrongVariant(
                    "draws in a row begin at a multiple of 16",
                    "word/Draws.java",
                    "int index = from + i;",
                    "int index = (from & -16) + i;",
                    FAST_UPDATE),
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
                    "fast/FastLayer.java",
                    "            sum[i] = -sum[i];\n",
                    "            sum[i] = +sum[i];\n",
                    FAST_NETWORK),
            new WrongVariant(
                    "a layer hears the error spikes of the step before",
                    "fast/SparseErrors.java",
                    "        count = 0;\n",
                    "",
                    FAST_NETWORK),
            new WrongVariant(
                    "a batch forgets the row of the biases",
                    "fast/FastWeightUpdate.java",
                    "for (int r = 0; r < batchRows.count; r++) {",
                    "for (int r = 0; r < batchRows.count - 1; r++) {",
                    FAST_NETWORK),
            // network
            new WrongVariant(
                    "of equal counts the highest class wins",
                    "OutputError.java",
                    "count[k] > count[best]",
                    "count[k] >= count[best]",
                    CASES),
            new WrongVariant(
                    "the order of samples is off by one",
                    "run/SampleOrder.java",
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
                    "run/Schedule.java",
                    "every > 0 && updates % every == 0",
                    "every > 0 && updates % every == 1",
                    SCHEDULE));

    private WrongVariants() {}
}
