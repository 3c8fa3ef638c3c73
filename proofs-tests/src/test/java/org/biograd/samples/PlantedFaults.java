package org.biograd.samples;

import java.util.List;

/** The mistakes that implementations are most likely to make. */
final class PlantedFaults {

    private static final String CORE = "biograd.c";
    private static final String NETWORK = "network.h";
    private static final String CHIP = "chip.h";

    static final List<PlantedFault> ALL = List.of(
            // level 0
            new PlantedFault(
                    "rounding toward zero floors",
                    "WORD-4",
                    "round.shift",
                    CORE,
                    "case TOWARD_ZERO: return x > 0 ? low : low + 1;",
                    "case TOWARD_ZERO: return low;"),
            new PlantedFault(
                    "ties go up, not to the even neighbour",
                    "WORD-4",
                    "round.shift",
                    CORE,
                    "&& low % 2 != 0));",
                    "));"),
            new PlantedFault(
                    "away from zero is upwards",
                    "WORD-4",
                    "round.shift",
                    CORE,
                    "return x > 0 ? low + 1 : low;",
                    "return low + 1;"),
            new PlantedFault(
                    "a draw is compared with <=",
                    "WORD-4",
                    "round.shift",
                    CORE,
                    "draw(place, k) < rest",
                    "draw(place, k) <= rest"),
            new PlantedFault(
                    "saturation reaches -2^(b-1)",
                    "WORD-2",
                    "word.saturate",
                    CORE,
                    "x < -top ? -top : x",
                    "x < -top - 1 ? -top - 1 : x"),
            new PlantedFault(
                    "no sign extension",
                    "WORD-1",
                    "word.wrap",
                    CORE,
                    "bool negative = low >> (b - 1) != 0;",
                    "bool negative = false;"),
            new PlantedFault(
                    "a decay floors", "WORD-5", "decay", CORE, "return scale(x, k);", "return floor_shift(x * k, 12);"),
            new PlantedFault("nine rounds of Philox", "DRAW-1", "random.philox", CORE, "round < 10", "round < 9"),
            new PlantedFault(
                    "lanes from the highest down",
                    "DRAW-3",
                    "random.draw",
                    CORE,
                    "place.index % lanes * lane_bits",
                    "(lanes - 1 - place.index % lanes) * lane_bits"),
            new PlantedFault(
                    "the layer is not in the counter",
                    "DRAW-2",
                    "random.draw",
                    CORE,
                    "(uint32_t)place.stream << 16 | (uint32_t)place.layer}",
                    "(uint32_t)place.stream << 16}"),
            new PlantedFault(
                    "the error is rounded down",
                    "ERR-2",
                    "softmax.integer",
                    CORE,
                    "(2 * F * e[k] + sum) / (2 * sum)",
                    "F * e[k] / sum"),
            new PlantedFault(
                    "one entry of the table is off by one",
                    "ERR-2",
                    "softmax.integer",
                    CORE,
                    "24109, 8869",
                    "24109, 8868"),
            // level 1
            new PlantedFault(
                    "the threshold is not strict", "CHIP-5", "lif.run", CHIP, "voltage > theta;", "voltage >= theta;"),
            new PlantedFault(
                    "u saturates",
                    "CHIP-3",
                    "lif.run",
                    CHIP,
                    "current = wrap(decay(current, 4096 - lost_u) + a[t], 24);",
                    "current = saturate(decay(current, 4096 - lost_u) + a[t], 24);"),
            new PlantedFault("v wraps", "CHIP-4", "lif.run", CHIP, "voltage = saturate(", "voltage = wrap("),
            new PlantedFault(
                    "the input is decayed",
                    "CHIP-3",
                    "lif.run",
                    CHIP,
                    "decay(current, 4096 - lost_u) + a[t]",
                    "decay(current + a[t], 4096 - lost_u)"),
            new PlantedFault(
                    "the refractory period is a step too long",
                    "CHIP-5",
                    "lif.run",
                    CHIP,
                    "resting = r - 1;",
                    "resting = r;"),
            new PlantedFault("the window is not strict", "GATE-1", "gate", CORE, "< p->window;", "<= p->window;"),
            new PlantedFault(
                    "error neurons reset to 0",
                    "ERR-4",
                    "errorNeuron.run",
                    CORE,
                    "potential[k] - F * spiked[k] + e_sign * e[k]",
                    "(spiked[k] ? 0 : potential[k]) + e_sign * e[k]"),
            new PlantedFault(
                    "error neurons spike at 1",
                    "ERR-4",
                    "errorNeuron.run",
                    CORE,
                    "spiked[k] = potential[k] > F;",
                    "spiked[k] = potential[k] >= F;"),
            new PlantedFault(
                    "negative error spikes are forgotten", "ERR-6", "dendrite.run", CORE, "(sp[k] - sn[k]);", "sp[k];"),
            new PlantedFault(
                    "the dendrite is limited before it is shifted",
                    "ERR-7",
                    "dendrite.run",
                    CORE,
                    "shift(l->D[i], h,",
                    "shift(saturate(l->D[i], p->learning_bits), h,"),
            // level 2
            new PlantedFault(
                    "a trace is shifted toward zero",
                    "ELIG-3",
                    "eligibility.run",
                    CORE,
                    "floor_shift(z, p->eligibility_shift)",
                    "(z / two_to(p->eligibility_shift))"),
            new PlantedFault(
                    "the reset acts a step too late",
                    "ELIG-2",
                    "eligibility.run",
                    CORE,
                    "one_a_neuron ? l->z[i] : l->y[i];",
                    "l->z[i];"),
            new PlantedFault(
                    "the reset factor ignores the gate",
                    "ELIG-4",
                    "eligibility.run",
                    CORE,
                    "l->g[i] * quotient(",
                    "quotient("),
            new PlantedFault(
                    "the impulse is decayed",
                    "ELIG-2",
                    "eligibility.run",
                    CORE,
                    "shift(before * p->trace_keep, 12, p->trace_rounding, place) + p->impulse * x_j",
                    "shift((before + p->impulse * x_j) * p->trace_keep, 12, p->trace_rounding, place)"),
            new PlantedFault(
                    "weights are worth half", "CHIP-8", "synapse.weight", CHIP, "two_to(6 + e)", "two_to(5 + e)"),
            new PlantedFault(
                    "a full trace wraps",
                    "ENG-3",
                    "trace.step",
                    CHIP,
                    "after[i] = saturate_unsigned(z[i] + shift(impulse, 8, STOCHASTIC, (Place){&of_impulse, 0, 0, 0, "
                            + "0, i}), 7);",
                    "after[i] = 127 & (z[i] + shift(impulse, 8, STOCHASTIC, (Place){&of_impulse, 0, 0, 0, 0, i}));"),
            // level 3
            new PlantedFault(
                    "the product is rounded toward zero",
                    "LEARN-2",
                    "weight.update",
                    CORE,
                    "return floor_shift(m * gradient, k < 62 ? k : 62);",
                    "return m * gradient / two_to(k < 62 ? k : 62);"),
            new PlantedFault(
                    "rates are halved a sample early",
                    "LEARN-2",
                    "weight.update",
                    CORE,
                    "n / p->halve_every",
                    "(n + 1) / p->halve_every"),
            new PlantedFault(
                    "weights wrap",
                    "LEARN-3",
                    "weight.update",
                    CORE,
                    "stored(W, exact, saturate(exact, p->weight_bits))",
                    "stored(W, exact, wrap(exact, p->weight_bits))"),
            new PlantedFault(
                    "Oja's decay forgets a trajectory's square",
                    "SLEEP-4",
                    "sleep.update",
                    CORE,
                    "square[k] += o[k] * o[k];",
                    "square[k] = o[k] * o[k];"),
            new PlantedFault(
                    "a subtracted product is negated before it is floored",
                    "ENG-8",
                    "learning.productSeries",
                    CHIP,
                    "return product->mantissa > 0 ? term : -term;",
                    "return product->mantissa > 0 ? term : k < 0 ? floor_shift(-P, -k) : -term;"),
            new PlantedFault(
                    "a factor that is a sum does not saturate",
                    "ENG-8",
                    "learning.productSeries",
                    CHIP,
                    "saturate(sum, width(factor.variable) + 1)",
                    "sum"),
            new PlantedFault(
                    "a factor reaches -2^b",
                    "ENG-8",
                    "learning.productSeries",
                    CHIP,
                    "saturate(sum, width(factor.variable) + 1)",
                    "(sum < -two_to(width(factor.variable)) ? -two_to(width(factor.variable)) : sum > 0 ? "
                            + "saturate(sum, width(factor.variable) + 1) : sum)"),
            // level 4
            new PlantedFault(
                    "the reset takes off the threshold",
                    "SOMA-3",
                    "network.sample",
                    CORE,
                    "l->s[i] ? 0 : l->v[i];",
                    "l->s[i] ? l->v[i] - p->threshold : l->v[i];"),
            new PlantedFault(
                    "the synaptic input saturates",
                    "SOMA-2",
                    "network.sample",
                    CORE,
                    "stored(U, current, wrap(current, p->current_bits))",
                    "stored(U, current, saturate(current, p->current_bits))"),
            new PlantedFault(
                    "feedback begins a step late",
                    "NET-1",
                    "network.sample",
                    NETWORK,
                    "t < p->soft_start",
                    "t <= p->soft_start"),
            new PlantedFault(
                    "of equal counts the last wins",
                    "NET-2",
                    "network.sample",
                    NETWORK,
                    "net->o[k] > net->o[best]",
                    "net->o[k] >= net->o[best]"),
            new PlantedFault(
                    "the first synapse's eligibility is fed back, not the bias's",
                    "ERR-8",
                    "network.sample",
                    CORE,
                    "l->E + l->below * l->size;",
                    "l->E;"),
            new PlantedFault(
                    "biases act in sleep",
                    "SLEEP-2",
                    "network.sleep",
                    NETWORK,
                    "soma(p, of, below, above > l + 1);",
                    "soma(p, of, below, true);"),
            new PlantedFault(
                    "initial weights never reach their largest",
                    "NET-4",
                    "network.start",
                    NETWORK,
                    "draw(place, 32) * (2 * R + 1)",
                    "draw(place, 32) * (2 * R)"),
            // level 5
            new PlantedFault(
                    "dendrites keep the errors of the sample before",
                    "NET-1",
                    "training.digest",
                    NETWORK,
                    "        clear(of->D, of->size);\n",
                    ""));

    private PlantedFaults() {}
}
