#!/usr/bin/env python3
"""The integer spiking network of the BioGrad spec, in plain Python, written from the text of the clauses alone.

The functions and methods stand in the order of the chapters of the text and name the clauses that they follow. Python's integers are exact
and its // and % round toward minus infinity, which is what the notation of the text asks for; where a clause rounds otherwise, it is spelt out.
"""

import argparse
import hashlib
import json
import math
import re
import sys
from collections import Counter
from functools import lru_cache


class Refused(Exception):
    """Bad input: a profile, a shape, data or an option that the spec or the command line does not admit."""


# ---------------------------------------------------------------------------------------------------------------- words

def wrap(x, b):  # WORD-1
    half = 1 << (b - 1)
    return (x + half) % (1 << b) - half


def saturate(x, b):  # WORD-2
    top = (1 << (b - 1)) - 1
    return top if x > top else -top if x < -top else x


def saturate_unsigned(x, b):  # WORD-3
    return min(max(x, 0), (1 << b) - 1)


def sign(x):
    return (x > 0) - (x < 0)


MODES = ("FLOOR", "TOWARD_ZERO", "NEAREST_EVEN", "AWAY_FROM_ZERO", "STOCHASTIC")


def shift(x, k, mode, draw=None):
    """WORD-4. draw is a function of the number of bits; it is called only where the draw can change the result."""
    if k == 0:
        return x
    low = x >> k  # floor(x / 2^k)
    rest = x - (low << k)  # x mod 2^k
    if rest == 0 or mode == "FLOOR":
        return low
    if mode == "TOWARD_ZERO":
        return low if x > 0 else low + 1
    if mode == "AWAY_FROM_ZERO":
        return low + 1 if x > 0 else low
    if mode == "NEAREST_EVEN":
        half = 1 << (k - 1)
        return low + (rest > half or (rest == half and low % 2 == 1))
    return low + (draw(k) < rest)


def decay(x, k):  # WORD-5
    return x * k >> 12 if x >= 0 else -(-x * k >> 12)


def scale(x, f):  # WORD-6
    return decay(x, f) if f >= 0 else decay(-x, -f)


def quotient(x, y):  # WORD-7
    return x // y if x >= 0 else -(-x // y)


isqrt = math.isqrt  # WORD-8


# ---------------------------------------------------------------------------------------------------------------- draws

def philox(c0, c1, c2, c3, k0, k1):  # DRAW-1
    word = 0xFFFFFFFF
    for _ in range(10):
        a, b = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c1, c2, c3 = (b >> 32) ^ c1 ^ k0, b & word, (a >> 32) ^ c3 ^ k1, a & word
        k0, k1 = (k0 + 0x9E3779B9) & word, (k1 + 0xBB67AE85) & word
    return c0, c1, c2, c3


STREAMS = {name: code for code, name in enumerate((
    "INPUT", "TRACE", "LEARNING_ERROR", "WEIGHT", "SLEEP_RATE", "SLEEP_POSITIVE", "SLEEP_NEGATIVE", "SLEEP_FEEDBACK",
    "INITIAL_WEIGHT", "INITIAL_FEEDBACK", "ORDER", "TEST_INPUT", "FED_BACK_ERROR"), start=1)}  # DRAW-4


@lru_cache(maxsize=1024)
def draw_block(seed, stream, layer, sample, step, number):
    """DRAW-2: the 128 bits of a block, c0 lowest."""
    c0, c1, c2, c3 = philox(number, step, sample, (STREAMS[stream] << 16) + layer, seed & 0xFFFFFFFF, seed >> 32)
    return c0 | c1 << 32 | c2 << 64 | c3 << 96


def draw(seed, stream, layer, sample, step, index, bits):  # DRAW-3
    lane = 8 if bits <= 8 else 16 if bits <= 16 else 32
    number, position = divmod(index, 128 // lane)
    return draw_block(seed, stream, layer, sample, step, number) >> lane * position & (1 << bits) - 1


def spikes(p, r):
    """CODE-1: whether intensity p spikes with the 8-bit draw r."""
    return r < p + p // 128


# ------------------------------------------------------------------------------------------------------------- profiles

NAMES = {  # PROF-1: the parameters that are names
    "trace.mode": ("PRE_ONLY", "DETACHED", "FULL"), "trace.rounding": MODES, "error.function": ("SOFTMAX", "DIFFERENCE"),
    "error.rounding": MODES, "update.rounding": MODES, "feedback.path": ("DIRECT", "LAYERWISE"), "feedback.start": ("ALIGNED", "RANDOM"),
    "sleep.rounding": MODES,
}
RANGES = {  # PROF-1: the parameters that are integers; a bound that depends on another parameter is a function of the profile
    "time.steps": (1, 4096), "time.softStart": (0, lambda p: p["time.steps"] - 1),
    "weight.bits": (2, 24), "weight.shift": (0, 24), "weight.spread": (0, 2 ** 23),
    "soma.currentBits": (3, 32), "soma.voltageBits": (3, 32), "soma.voltageOne": (1, 2 ** 30), "soma.keep": (0, 4096),
    "soma.threshold": (0, lambda p: 2 ** (p["soma.voltageBits"] - 1) - 2), "soma.window": (0, 2 ** 31 - 1),
    "trace.bits": (1, 17), "trace.impulse": (1, lambda p: 2 ** p["trace.bits"] - 1), "trace.keep": (0, 4096),
    "eligibility.bits": (2, 31), "eligibility.shift": (0, 17),
    "error.fraction": (1, 16), "error.potentialBits": (lambda p: p["error.fraction"] + 2, 31), "error.dendriteBits": (2, 31),
    "error.learningBits": (2, 24), "error.hiddenShift": (-16, 24), "error.outputShift": (-16, 24),
    "update.hiddenMultiplier": (0, 65535), "update.outputMultiplier": (0, 65535), "update.shift": (0, 62),
    "update.accumulatorBits": (2, 62), "update.accumulatorFraction": (0, 32), "update.batch": (1, 65536), "update.halveEvery": (0, 2 ** 31 - 1),
    "feedback.pathShift": (0, 32), "feedback.bits": (2, 24), "feedback.fraction": (0, 24), "feedback.spread": (0, lambda p: 2 ** (p["feedback.bits"] - 1) - 1),
    "sleep.first": (0, 4096), "sleep.every": (0, 2 ** 31 - 1), "sleep.trajectories": (1, 4096), "sleep.steps": (1, 4096),
    "sleep.hebbShift": (0, 24), "sleep.shift": (0, 32),
}


def read_profile(text):
    """PROF-4, PROF-1, PROF-2: the parameters of a profile's text form, by key."""
    if len(text.encode("utf-8")) > 65536:
        raise Refused("a profile has at most 65,536 bytes")
    profile = {}
    for number, line in enumerate(re.split("\r\n|\n", text), start=1):
        line = line.split("#", 1)[0].strip(" \t")
        if not line:
            continue
        key, equals, value = (part.strip(" \t") for part in line.partition("="))
        if not equals:
            raise Refused(f"line {number} is not of the form key = value")
        if key in profile:
            raise Refused(f"line {number}: {key} stands there twice")
        profile[key] = profile_value(key, value, number)
    missing = [key for key in ("name", *NAMES, *RANGES) if key not in profile]
    if missing:
        raise Refused(f"the profile lacks {', '.join(missing)}")
    check_profile(profile)
    return profile


def profile_value(key, value, number):
    """PROF-4: a value in the type of its key."""
    if key in RANGES:
        if not re.fullmatch("-?[0-9]{1,20}", value):
            raise Refused(f"line {number}: {key} must be a decimal integer, not {value!r}")
        return int(value)
    if key == "name":
        if not re.fullmatch("[a-z][a-z0-9-]{0,31}", value):
            raise Refused(f"line {number}: name must be of the form [a-z][a-z0-9-]* with at most 32 characters, not {value!r}")
    elif key not in NAMES:
        raise Refused(f"line {number}: there is no parameter {key!r}")
    elif value not in NAMES[key]:
        raise Refused(f"line {number}: {key} must be one of {', '.join(NAMES[key])}, not {value!r}")
    return value


def check_profile(p):
    """PROF-1, PROF-2: the ranges, and what the parameters must satisfy together."""
    for key, bounds in RANGES.items():  # a bound depends only on a key that stands before it
        low, high = (bound(p) if callable(bound) else bound for bound in bounds)
        if not low <= p[key] <= high:
            raise Refused(f"{key} = {p[key]} is outside of {low}..{high}")
    multiplier = max(p["update.hiddenMultiplier"], p["update.outputMultiplier"])
    width = p["error.learningBits"] - 1 + p["eligibility.bits"] - 1 + p["update.batch"].bit_length() + multiplier.bit_length()
    if width > 62:
        raise Refused(f"error.learningBits, eligibility.bits, update.batch and the multipliers need {width} bits, more than 62")
    if p["update.accumulatorBits"] < p["weight.bits"] + p["update.accumulatorFraction"]:
        raise Refused("update.accumulatorBits is less than weight.bits + update.accumulatorFraction")


def check_shape(p, shape):
    """PROF-2 for a network of a shape."""
    if not 2 <= len(shape) <= 64 or min(shape) < 1 or max(shape) > 65535:
        raise Refused("a shape has 2 to 64 layers of 1 to 65,535 neurons, such as 64-16-10")
    outputs = shape[-1]
    for size in shape[-1:] if p["feedback.path"] == "DIRECT" else shape[2:] or shape[-1:]:  # of the layers that feed back
        if size * (2 ** (p["feedback.bits"] - 1) - 1) > 2 ** 31 - 1:
            raise Refused(f"{size} neurons are too many for feedback weights of {p['feedback.bits']} bits")
    if max(shape[1:-1], default=0) * outputs > 2 ** 28:
        raise Refused("a hidden layer has more than 2^28 feedback weights")
    for below, size in zip(shape, shape[1:]):
        if (below + 1) * (2 ** (p["weight.bits"] - 1) - 1) > 2 ** 31 - 1:
            raise Refused(f"{below} presynaptic neurons are too many for weights of {p['weight.bits']} bits")
        if (below + 1) * size > 2 ** 28:
            raise Refused(f"a layer of {size} neurons after one of {below} has more than 2^28 weights")


# -------------------------------------------------------------------------------------------------------------- network

SOFTMAX_TABLE = (65536, 24109, 8869, 3263, 1200, 442, 162, 60, 22, 8, 3, 1, 0)  # ERR-2: 12 and more are the last
EVENTS = ("u", "v", "z", "E", "p", "n", "D", "q", "c", "dW", "w", "B")  # OBS-2


def flat(rows):
    return [value for row in rows for value in row]


class Layer:
    """Layer number l: its weights as rows of one presynaptic neuron each, the last row the biases (SYN-1); its feedback weights by neuron."""

    def __init__(self, number, fan_in, size):
        self.number, self.fan_in, self.size = number, fan_in, size
        self.w = self.zeros()
        self.gradient = self.zeros()  # LEARN-1
        self.B = []  # of hidden layers: B[i][k]

    def zeros(self):
        return [[0] * self.size for _ in range(self.fan_in + 1)]

    def reset_soma(self):
        self.v, self.s = [0] * self.size, [0] * self.size

    def reset(self, profile):
        """All state at 0, as at the start of a training sample (NET-1)."""
        self.reset_soma()
        self.E = self.zeros()
        if profile["trace.mode"] == "PRE_ONLY":
            self.z = [0] * (self.fan_in + 1)  # one trace a presynaptic neuron
        else:
            self.z, self.y = self.zeros(), self.zeros()  # one a synapse, before and after the reset factor
        self.D = [0] * self.size


class Network:
    def __init__(self, profile, shape, seed, show=None):
        """show(signal, layer, context, step, values) is called for every signal of OBS-1, context being a pair such as ("sample", 3)."""
        check_shape(profile, shape)
        self.p, self.seed, self.show = profile, seed, show
        self.inputs, self.outputs = shape[0], shape[-1]
        self.layers = [Layer(l, shape[l - 1], shape[l]) for l in range(1, len(shape))]
        self.output = self.layers[-1]
        self.layerwise = profile["feedback.path"] == "LAYERWISE"
        self.events = Counter()
        self.context = None
        self.samples = self.updates = self.sleeps = 0
        self.initial_weights()
        if profile["feedback.start"] == "RANDOM":
            self.random_feedback()
        else:
            self.aligned_feedback()

    def stored(self, signal, exact, value):
        """OBS-2: value, counting an event where the width has made it differ from the exact one."""
        if value != exact:
            self.events[signal] += 1
        return value

    def draw(self, stream, layer, sample, step, index, bits):
        return draw(self.seed, stream, layer, sample, step, index, bits)

    def draws(self, stream, layer, sample, step, index):
        """The draw of a place (DRAW-4), as a function of its number of bits."""
        return lambda bits: self.draw(stream, layer, sample, step, index, bits)

    def code(self, pixels, stream, layer, sample, step):
        """CODE-1: the spikes of intensities. 0 never spikes and 255 always does, so those need no draw."""
        return [int(p == 255 or p > 0 and spikes(p, self.draw(stream, layer, sample, step, j, 8))) for j, p in enumerate(pixels)]

    def observe(self, signal, layer, step, values):  # OBS-1
        if self.show:
            self.show(signal, layer, self.context, step, flat(values) if values and isinstance(values[0], list) else values)

    # ---- chapter 4: forward pass

    def synaptic_sum(self, layer, x, bias=True):
        """SOMA-1; without the bias and with x in -1..1 SLEEP-2."""
        a = list(layer.w[-1]) if bias else [0] * layer.size
        for j, x_j in enumerate(x):
            if x_j == 1:
                a = [sum_i + w_ij for sum_i, w_ij in zip(a, layer.w[j])]
            elif x_j == -1:
                a = [sum_i - w_ij for sum_i, w_ij in zip(a, layer.w[j])]
        return a

    def soma(self, layer, a, t):
        """SOMA-2 to SOMA-4: the spikes of a layer that receives the sums a."""
        p = self.p
        current = [a_i << p["weight.shift"] for a_i in a]
        u = [self.stored("u", exact, wrap(exact, p["soma.currentBits"])) for exact in current]
        rest = [0 if s else v for s, v in zip(layer.s, layer.v)]
        voltage = [decay(r_i, p["soma.keep"]) + u_i for r_i, u_i in zip(rest, u)]
        layer.v = [self.stored("v", exact, saturate(exact, p["soma.voltageBits"])) for exact in voltage]
        layer.s = [int(v_i > p["soma.threshold"]) for v_i in layer.v]
        for signal, values in ("u", u), ("v", layer.v), ("s", layer.s):
            self.observe(signal, layer.number, t, values)
        return layer.s

    def gate(self, layer):  # GATE-1
        return [int(abs(v_i - self.p["soma.threshold"]) < self.p["soma.window"]) for v_i in layer.v]

    # ---- chapter 5: traces and eligibility

    def presynaptic_traces(self, layer, x, t):
        """ELIG-1; x includes the 1 of the bias."""
        p, n = self.p, self.samples
        for j, x_j in enumerate(x):
            if layer.z[j] or x_j:
                kept = shift(layer.z[j] * p["trace.keep"], 12, p["trace.rounding"], self.draws("TRACE", layer.number, n, t, j))
                exact = kept + p["trace.impulse"] * x_j
                layer.z[j] = self.stored("z", exact, saturate_unsigned(exact, p["trace.bits"]))

    def synaptic_traces(self, layer, x, t):  # ELIG-2
        p, n = self.p, self.samples
        keep, rounding, bits, plain = p["trace.keep"], p["trace.rounding"], p["trace.bits"] + 1, p["trace.rounding"] != "STOCHASTIC"
        for j, x_j in enumerate(x):
            impulse, before, after = p["trace.impulse"] * x_j, layer.y[j], layer.z[j]
            for i, y in enumerate(before):
                if y:
                    place = None if plain else self.draws("TRACE", layer.number, n, t, j * layer.size + i)
                    exact = shift(y * keep, 12, rounding, place) + impulse
                    after[i] = self.stored("z", exact, saturate(exact, bits))
                else:
                    after[i] = impulse  # at most 2^bits - 1 by PROF-1

    def eligibility(self, layer, g):  # ELIG-3
        p = self.p
        bits, gated, pre_only = p["eligibility.bits"], [i for i, g_i in enumerate(g) if g_i], p["trace.mode"] == "PRE_ONLY"
        for j, E in enumerate(layer.E if gated else ()):
            z = layer.z[j]
            if pre_only and z >> p["eligibility.shift"] == 0:
                continue
            for i in gated:
                exact = E[i] + ((z if pre_only else z[i]) >> p["eligibility.shift"])
                E[i] = self.stored("E", exact, saturate(exact, bits))

    def reset_factor(self, layer, g):  # ELIG-4
        p, bits = self.p, self.p["trace.bits"] + 1
        factor = [4096 * (1 - s_i) for s_i in layer.s]
        if p["trace.mode"] == "FULL":
            factor = [saturate(f_i - g_i * quotient(4096 * v_i, p["soma.voltageOne"]), 14) for f_i, g_i, v_i in zip(factor, g, layer.v)]
        layer.f = factor
        for z, y in zip(layer.z, layer.y):
            for i, z_i in enumerate(z):
                if z_i == 0 or factor[i] == 4096:
                    y[i] = z_i
                else:
                    exact = scale(z_i, factor[i])
                    y[i] = self.stored("z", exact, saturate(exact, bits))

    def traces(self, layer, x, t):
        """GATE-1 and ELIG-1 to ELIG-5 of a step; the bias is the presynaptic neuron that spikes at every step."""
        g, x, pre_only = self.gate(layer), x + [1], self.p["trace.mode"] == "PRE_ONLY"
        (self.presynaptic_traces if pre_only else self.synaptic_traces)(layer, x, t)
        self.eligibility(layer, g)
        for signal, values in ("g", g), ("z", layer.z), ("E", layer.E):
            self.observe(signal, layer.number, t, values)
        if not pre_only and t < self.p["time.steps"] - 1:
            self.reset_factor(layer, g)

    # ---- chapter 6: errors

    def error(self, o, label, t):
        """ERR-2 or ERR-3, from the spike counts o of ERR-1."""
        F = 1 << self.p["error.fraction"]
        if self.p["error.function"] == "SOFTMAX":
            share = [SOFTMAX_TABLE[min(max(o) - o_k, 12)] for o_k in o]
            total = sum(share)
        else:
            share, total = o, t + 1
        return [(2 * F * x_k + total) // (2 * total) - F * (k == label) for k, x_k in enumerate(share)]

    def error_neurons(self, signal, potential, spiked, e):
        """ERR-4 for the positive or, with -e, the negative error neurons."""
        F, bits = 1 << self.p["error.fraction"], self.p["error.potentialBits"]
        for k, e_k in enumerate(e):
            exact = potential[k] - F * spiked[k] + e_k
            potential[k] = self.stored(signal, exact, saturate(exact, bits))
            spiked[k] = int(potential[k] > F)

    def dendrites(self, layer, arriving):
        """ERR-5, ERR-6: arriving is sp - sn of each output."""
        if any(arriving):
            active = [(k, x) for k, x in enumerate(arriving) if x]
            for i in range(layer.size):
                exact = layer.D[i] + (arriving[i] if layer is self.output else sum(x * layer.B[i][k] for k, x in active))
                layer.D[i] = self.stored("D", exact, saturate(exact, self.p["error.dendriteBits"]))

    def source(self, layer):
        """The layer that a hidden layer is fed back from: a(l) of chapter 6."""
        return self.layers[layer.number] if self.layerwise else self.output

    def feed_back(self, above, q):
        """ERR-8: what a layer feeds to the one below it, from its learning errors q and the eligibilities of its biases."""
        p, c = self.p, []
        for m, (q_m, E_m) in enumerate(zip(q, above.E[-1])):
            place = self.draws("FED_BACK_ERROR", above.number, self.samples, 0, m)
            exact = shift(q_m * E_m, p["feedback.pathShift"], p["error.rounding"], place)
            c.append(self.stored("c", exact, saturate(exact, p["error.learningBits"])))
        return c

    def layerwise_dendrites(self, layer, c):  # ERR-9
        for i, B_i in enumerate(layer.B):
            exact = sum(B_im * c_m for B_im, c_m in zip(B_i, c))
            layer.D[i] = self.stored("D", exact, saturate(exact, self.p["error.dendriteBits"]))

    def learning_error(self, layer):  # ERR-7
        p, h = self.p, self.p["error.outputShift" if layer is self.output else "error.hiddenShift"]
        q = []
        for i, D in enumerate(layer.D):
            place = self.draws("LEARNING_ERROR", layer.number, self.samples, 0, i)
            exact = shift(D, h, p["error.rounding"], place) if h >= 0 else D << -h
            q.append(self.stored("q", exact, saturate(exact, p["error.learningBits"])))
        return q

    # ---- chapter 7: weight update

    def gradient_sum(self, layer, q):  # LEARN-1
        active = [(i, q_i) for i, q_i in enumerate(q) if q_i]
        for E, G in zip(layer.E, layer.gradient):
            for i, q_i in active:
                G[i] += q_i * E[i]

    def update(self, layer):  # LEARN-2, LEARN-3
        p = self.p
        m = p["update.outputMultiplier" if layer is self.output else "update.hiddenMultiplier"]
        f, before = p["update.accumulatorFraction"], flat(layer.w) if self.show else None
        halvings = self.samples // p["update.halveEvery"] if p["update.halveEvery"] else 0
        for j, (w, G) in enumerate(zip(layer.w, layer.gradient)):
            for i, G_ij in enumerate(G):
                P = m * G_ij >> min(p["update.shift"] + halvings, 62)
                if P == 0:
                    continue  # keeps its weight
                exact = (w[i] << f) - P
                c = self.stored("dW", exact, saturate(exact, p["update.accumulatorBits"]))
                exact = shift(c, f, p["update.rounding"], self.draws("WEIGHT", layer.number, self.samples, 0, j * layer.size + i))
                w[i] = self.stored("w", exact, saturate(exact, p["weight.bits"]))
        layer.gradient = layer.zeros()
        if self.show:
            self.observe("dW", layer.number, p["time.steps"] - 1, [new - old for new, old in zip(flat(layer.w), before)])
            self.observe("w", layer.number, p["time.steps"] - 1, layer.w)

    # ---- chapter 8: sleep

    def sleep(self):
        """One sleep: every hidden layer in a run of its own."""
        self.context = ("sleep", self.sleeps)
        for layer in self.layers[:-1]:
            self.align(layer)
        self.sleeps += 1

    def align(self, layer):  # SLEEP-1 to SLEEP-4
        p, l, q, columns = self.p, layer.number, self.sleeps, self.source(layer).size
        hebb = [[0] * columns for _ in range(layer.size)]  # sum of H_i O_k
        squares = [0] * columns  # sum of O_k^2
        for m in range(p["sleep.trajectories"]):
            H, O = self.trajectory(layer, m)
            for H_i, row in zip(H, hebb):
                for k, O_k in enumerate(O):
                    row[k] += H_i * O_k
            squares = [sum_k + O_k * O_k for sum_k, O_k in zip(squares, O)]
        for i, B in enumerate(layer.B):
            for k in range(columns):
                change = (hebb[i][k] << p["sleep.hebbShift"]) - squares[k] * B[k]
                place = self.draws("SLEEP_FEEDBACK", l, q, 0, i * columns + k)
                exact = B[k] + shift(change, p["sleep.shift"], p["sleep.rounding"], place)
                B[k] = self.stored("B", exact, saturate(exact, p["feedback.bits"]))
        self.observe("B", l, 0, layer.B)

    def trajectory(self, layer, m):
        """SLEEP-1 to SLEEP-3: the counts H and O of trajectory m."""
        l, q, steps = layer.number, self.sleeps, self.p["sleep.steps"]
        intensity = [self.draw("SLEEP_RATE", l, q, 0, m, 8)] * layer.size
        source = self.source(layer)
        above = self.layers[l:source.number]  # layers l+1..a(l)
        for upper in above:
            upper.reset_soma()
        H, O = [0] * layer.size, [0] * source.size
        for step in range(m * steps, (m + 1) * steps):
            positive = self.code(intensity, "SLEEP_POSITIVE", l, q, step)
            negative = self.code(intensity, "SLEEP_NEGATIVE", l, q, step)
            x = [pos - neg for pos, neg in zip(positive, negative)]
            H = [H_i + x_i for H_i, x_i in zip(H, x)]
            for upper in above:
                x = self.soma(upper, self.synaptic_sum(upper, x, bias=upper is not above[0]), step)
            O = [O_k + s_k for O_k, s_k in zip(O, x)]
        self.observe("H", l, step, H)
        self.observe("O", source.number, step, O)
        return H, O

    # ---- chapter 9: network

    def train_sample(self, pixels, label):  # NET-1 without the update
        p, L = self.p, self.output.number
        self.context = ("sample", self.samples)
        for layer in self.layers:
            layer.reset(p)
        o, pos, neg, sp, sn = ([0] * self.outputs for _ in range(5))
        for t in range(p["time.steps"]):
            x = self.code(pixels, "INPUT", 0, self.samples, t)
            self.observe("s", 0, t, x)
            for layer in self.layers:
                s = self.soma(layer, self.synaptic_sum(layer, x), t)
                self.traces(layer, x, t)
                x = s
            o = [o_k + s_k for o_k, s_k in zip(o, x)]  # ERR-1
            self.observe("o", L, t, o)
            if t < p["time.softStart"]:
                continue
            e = self.error(o, label, t)
            self.error_neurons("p", pos, sp, e)
            self.error_neurons("n", neg, sn, [-e_k for e_k in e])
            for signal, values in ("e", e), ("p", pos), ("n", neg), ("sp", sp), ("sn", sn):
                self.observe(signal, L, t, values)
            for layer in self.layers[-1:] if self.layerwise else self.layers:
                self.dendrites(layer, [a - b for a, b in zip(sp, sn)])
                self.observe("D", layer.number, t, layer.D)
        for layer in self.layers[::-1] if self.layerwise else self.layers:
            if self.layerwise and layer is not self.output:
                c = self.feed_back(self.source(layer), q)
                self.observe("c", layer.number + 1, t, c)
                self.layerwise_dendrites(layer, c)
                self.observe("D", layer.number, t, layer.D)
            q = self.learning_error(layer)
            self.observe("q", layer.number, t, q)
            self.gradient_sum(layer, q)

    def test_sample(self, pixels, number):
        """NET-2, NET-3: the predicted class of a test sample."""
        self.context = ("test", number)
        for layer in self.layers:
            layer.reset_soma()
        o = [0] * self.outputs
        for t in range(self.p["time.steps"]):
            x = self.code(pixels, "TEST_INPUT", 0, number, t)
            self.observe("s", 0, t, x)
            for layer in self.layers:
                x = self.soma(layer, self.synaptic_sum(layer, x), t)
            o = [o_k + s_k for o_k, s_k in zip(o, x)]
        return o.index(max(o))  # the smallest k of several

    def uniform(self, R, stream, layer, index):
        """NET-4, NET-5: a uniform integer of -R..R."""
        r = self.draw(stream, layer.number, 0, 0, index, 32)
        return (r * (2 * R + 1) >> 32) - R

    def initial_weights(self):  # NET-4
        for layer in self.layers:
            R = min(isqrt(self.p["weight.spread"] ** 2 // layer.fan_in), 2 ** (self.p["weight.bits"] - 1) - 1)
            layer.w = [[self.uniform(R, "INITIAL_WEIGHT", layer, j * layer.size + i) for i in range(layer.size)]
                       for j in range(layer.fan_in + 1)]

    def random_feedback(self):  # NET-5
        for layer in self.layers[:-1]:
            columns = self.source(layer).size
            layer.B = [[self.uniform(self.p["feedback.spread"], "INITIAL_FEEDBACK", layer, i * columns + k)
                        for k in range(columns)] for i in range(layer.size)]

    def aligned_feedback(self):  # NET-5
        def fits(x):
            if not -2 ** 63 <= x < 2 ** 63:
                raise Refused("the products of the forward matrices do not fit signed 64 bits; feedback.start = ALIGNED cannot be used")
            return x

        def total(factors):
            result = 0
            for a, b in factors:
                result = fits(result + fits(a * b))
            return result

        p, one = self.p, self.p["soma.voltageOne"]
        product = None
        for layer, above in zip(self.layers[-2::-1], self.layers[:0:-1]):
            C = [[w << p["weight.shift"] for w in row] for row in above.w[:-1]]  # C[i][j]: from neuron i of layer to neuron j above
            if product is None or self.layerwise:
                product = C
            else:
                product = [[quotient(total((C_ij, row[k]) for C_ij, row in zip(C_i, product)), one) for k in range(self.outputs)]
                           for C_i in C]
            exact = [[quotient(fits(x << p["feedback.fraction"]), one) for x in row] for row in product]
            layer.B = [[self.stored("B", x, saturate(x, p["feedback.bits"])) for x in row] for row in exact]

    def order(self, epoch, count):  # NET-6
        entries = list(range(count))
        for i in range(count - 1, 0, -1):
            j = self.draw("ORDER", 0, epoch, 0, i, 32) * (i + 1) >> 32
            entries[i], entries[j] = entries[j], entries[i]
        return entries

    def train(self, data, epochs):
        """NET-7, LEARN-4: all of a training; data are pairs of a label and pixels."""
        for _ in range(self.p["sleep.first"]):
            self.sleep()
        for epoch in range(epochs):
            for position, entry in enumerate(self.order(epoch, len(data)), start=1):
                label, pixels = data[entry]
                self.train_sample(pixels, label)
                due = position % self.p["update.batch"] == 0 or position == len(data)  # LEARN-4
                if due:
                    for layer in self.layers:
                        self.update(layer)
                    self.updates += 1
                self.samples += 1
                if due and self.p["sleep.every"] and self.updates % self.p["sleep.every"] == 0:
                    self.sleep()

    def digest(self):  # NET-8
        values = flat(flat(layer.w) for layer in self.layers) + flat(flat(layer.B) for layer in self.layers[:-1])
        return hashlib.sha256(b"".join(value.to_bytes(4, "little", signed=True) for value in values)).hexdigest()


# --------------------------------------------------------------------------------------------------------- command line

def read_images(lines, inputs, outputs, count):
    """The first count samples, one a line: label,pixel0,pixel1,..."""
    data = []
    for number, line in enumerate(lines, start=1):
        if len(data) == count:
            break
        if not line.strip():
            continue
        fields = [field.strip() for field in line.split(",")]
        if not all(re.fullmatch("[0-9]{1,9}", field) for field in fields):
            raise Refused(f"images: line {number} is not a list of numbers separated by commas")
        label, *pixels = map(int, fields)
        if len(pixels) != inputs or max(pixels) > 255 or label >= outputs:
            raise Refused(f"images: line {number} must be a label of 0..{outputs - 1} and {inputs} pixels of 0..255")
        data.append((label, pixels))
    if len(data) < count:
        raise Refused(f"images: {count} samples are needed, the file has {len(data)}")
    return data


class Parser(argparse.ArgumentParser):
    def error(self, message):
        raise Refused(message)


def number_of(low, high):
    def parse(text):
        if not re.fullmatch("[0-9]{1,20}", text) or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"must be an integer of {low}..{high}, not {text!r}")
        return int(text)
    return parse


def shape_of(text):
    if not re.fullmatch("[0-9]{1,9}(-[0-9]{1,9})+", text):
        raise argparse.ArgumentTypeError(f"must be sizes joined by '-', such as 64-16-10, not {text!r}")
    return [int(size) for size in text.split("-")]


def arguments(argv):
    parser = Parser(prog="biograd.py", description="The integer spiking network of the BioGrad spec in plain Python.")
    train = parser.add_subparsers(dest="command", required=True).add_parser(
        "train", help="train a network, test it and print its digest",
        description="Trains a network and tests it. Prints 'digest <hex>' (NET-8), 'correct <count>' and 'events <signal> <count>' (OBS-2).")
    train.add_argument("--profile", required=True, metavar="FILE", help="a profile in its text form (PROF-4)")
    train.add_argument("--shape", required=True, type=shape_of, help="sizes of the input and of the layers, such as 64-16-10")
    train.add_argument("--seed", required=True, type=number_of(0, 2 ** 64 - 1), help="0..2^64-1")
    train.add_argument("--epochs", required=True, type=number_of(0, 2 ** 31 - 1), help="how often every training sample is presented")
    train.add_argument("--images", required=True, metavar="FILE", help="one sample a line: label,pixel0,pixel1,... with pixels of 0..255")
    train.add_argument("--train", required=True, type=number_of(1, 2 ** 31 - 1), metavar="N", help="the first N samples are the training set")
    train.add_argument("--test", required=True, type=number_of(0, 2 ** 31 - 1), metavar="M", help="the next M samples are the test set")
    train.add_argument("--trace", metavar="FILE", help="write every signal of OBS-1 of the whole run as JSON Lines")
    return parser.parse_args(argv)


def run(options):
    with open(options.profile, encoding="utf-8", newline="") as file:
        profile = read_profile(file.read(65537))
    check_shape(profile, options.shape)
    with open(options.images, encoding="utf-8") as file:
        data = read_images(file, options.shape[0], options.shape[-1], options.train + options.test)
    trace = open(options.trace, "w", encoding="utf-8") if options.trace else None

    def write(signal, layer, context, step, values):
        record = {"signal": signal, "layer": layer, context[0]: context[1], "step": step, "values": values}
        trace.write(json.dumps(record, separators=(",", ":")) + "\n")

    network = Network(profile, options.shape, options.seed, write if trace else None)
    network.train(data[:options.train], options.epochs)
    digest = network.digest()
    correct = sum(network.test_sample(pixels, i) == label for i, (label, pixels) in enumerate(data[options.train:]))
    if trace:
        trace.close()
    print("digest", digest)
    print("correct", correct)
    for signal in EVENTS:
        if network.events[signal]:
            print("events", signal, network.events[signal])


def main(argv=None):
    try:
        run(arguments(argv))
    except (Refused, OSError, UnicodeDecodeError) as problem:
        print(f"biograd.py: {' '.join(str(problem).split())}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
