#!/usr/bin/env python3
"""Answers cases (../../text/cases.md) with biograd.py: one JSON object a line from standard input, one a line to standard output.

    biograd conform --exec "python3 answer.py" --claims claims.json

What biograd.py has is asked there; what it has not, the chip's neuron, synapse, trace and learning rules, is written here and in rules.py from
its clauses, and the learning rules that are not BioGrad in learning.py.
"""

import hashlib
import json
import struct
import sys
import zlib
from collections import Counter, defaultdict

from biograd import (
    MODES, NAMES, RANGES, Layer, Network, Refused, check_profile, check_shape, decay, draw, flat, philox, read_profile, saturate,
    saturate_unsigned, scale, shift, wrap)
from learning import BY_STEP, rule_sample
from rules import execute, listed, parse, read_by


def word(value):
    """A word: an integer, or the 64 bits of one as "0x..."."""
    return wrap(int(value, 16), 64) if isinstance(value, str) else value


def shown(value):
    return value if abs(value) < 1 << 53 else f"0x{value % (1 << 64):016x}"


def each(function):
    """An operation on every word of in.x."""
    return lambda p, given: {"y": [shown(function(p, word(x))) for x in given["x"]]}


class Case(Network):
    """The methods of a network for a part of one: draws are given as rows[step][index]."""

    def __init__(self, params, rows=None):
        self.p, self.rows, self.show = defaultdict(int, params), rows, None
        self.samples = self.sleeps = 0
        self.layerwise, self.events = False, Counter()

    def draw(self, stream, layer, sample, step, index, bits):
        return self.rows[step][index]

    def layer(self, below, size):
        self.output = None
        layer = Layer(1, below, size)
        layer.reset(self.p)
        return layer


# ---------------------------------------------------------------------------------------------------------------- words

def round_shift(p, given):
    draws = iter(given.get("draw", [0] * len(given["x"])))
    if p["mode"] not in MODES:
        raise Refused("mode")
    values = []
    for x in given["x"]:
        r = next(draws)
        values.append(shown(shift(word(x), p["k"], p["mode"], lambda bits: r)))
    return {"y": values}


def random_draw(p, given):
    return {"draw": [draw(word(p["seed"]) % (1 << 64), p["stream"], p["layer"], word(p["sample"]), p["step"], i, p["bits"])
                     for i in given["index"]]}


# -------------------------------------------------------------------------------------------------------------- neurons

def lif_run(p, given):  # CHIP-2 to CHIP-5
    u = v = rest = 0
    out = {"u": [], "v": [], "s": []}
    for a in given["a"]:
        u = wrap(decay(u, 4096 - p["decayU"]) + word(a), 24)
        s = 0
        if rest:
            rest -= 1
        else:
            v = saturate(decay(v, 4096 - p["decayV"]) + u + p["biasMant"] * 2 ** p["biasExp"], 24)
            s = int(v > 64 * p["vthMant"])
        if s:
            v, rest = 0, p["refractory"] - 1
        for name, value in ("u", u), ("v", v), ("s", s):
            out[name].append(value)
    return out


def gate(p, given):
    case = Case(p)
    layer = case.layer(0, len(given["v"]))
    layer.v = given["v"]
    return {"g": case.gate(layer)}


def error_neurons(p, given):
    case, zero = Case(p), [0] * len(given["e"][0])
    state = {name: list(given.get(name, zero)) for name in ("p", "n", "sp", "sn")}
    out = {name: [] for name in state}
    for e in given["e"]:
        case.error_neurons("p", state["p"], state["sp"], e)
        case.error_neurons("n", state["n"], state["sn"], [-e_k for e_k in e])
        for name, values in state.items():
            out[name].append(list(values))
    return out


def dendrite(p, given):
    case = Case(p, [given.get("draw")])
    layer = case.layer(0, len(given.get("B", given["sp"][0])))
    layer.B = given.get("B")
    case.output = layer if layer.B is None else None
    layer.D = list(given.get("D", layer.D))
    out = {"D": []}
    for sp, sn in zip(given["sp"], given["sn"]):
        case.dendrites(layer, [a - b for a, b in zip(sp, sn)])
        out["D"].append(list(layer.D))
    out["q"] = case.learning_error(layer)
    return out


def softmax(p, given):
    case = Case(p)
    return {"e": [case.error(o, label, t) for o, label, t in zip(given["o"], given["label"], given.get("t", given["label"]))]}


# -------------------------------------------------------------------------------------------------- synapses and traces

def synapse(p, given):  # CHIP-8
    m = int(p["signMode"] == "MIXED")
    q = 2 ** (8 + m - p["numWeightBits"])
    low, high = {"MIXED": (-256, 256 - q), "EXCITATORY": (0, 256 - q), "INHIBITORY": (q - 256, 0)}[p["signMode"]]
    if not all(low <= w <= high and w % q == 0 for w in given["w"]):
        raise Refused(f"field in.w: multiples of {q} in {low}..{high} are needed")
    return {"effective": [int(w * 2 ** (6 + p["wExp"])) for w in given["w"]]}


def trace(p, given):  # ENG-3
    impulse, out = 256 * p["impulseInt"] + p.get("impulseFrac", 0), {"decayed": [], "afterImpulse": []}
    for x, r, i in zip(given["x"], given["drawDecay"], given.get("drawImpulse", given["x"])):
        z = shift(x * p["keep"], 12, "STOCHASTIC", lambda bits: r)
        out["decayed"].append(z)
        out["afterImpulse"].append(saturate_unsigned(z + shift(impulse, 8, "STOCHASTIC", lambda bits: i), 7))
    return out


def eligibility(p, given):
    case, out = Case(p, given.get("draw")), {"z": [], "E": []}
    layer, shared = case.layer(len(given["x"][0]), len(given["v"][0])), p["trace.mode"] == "PRE_ONLY"
    for t, (x, layer.v, layer.s, g) in enumerate(zip(given["x"], given["v"], given["s"], given["g"])):
        (case.presynaptic_traces if shared else case.synaptic_traces)(layer, x + [1], t)
        case.eligibility(layer, g)
        out["z"].append(list(layer.z) if shared else flat(layer.z))
        out["E"].append(flat(layer.E))
        if not shared:
            case.reset_factor(layer, g)
            out.setdefault("f", []).append(layer.f)
    return out


# ------------------------------------------------------------------------------------------------------------- learning

def weight_update(p, given):
    case = Case(p, [flat(given.get("draw", []))])
    layer = case.layer(len(given["w"]) - 1, len(given["w"][0]))
    for q, layer.E in zip(given["q"], given["E"]):
        case.gradient_sum(layer, q)
    case.samples, layer.w, f = word(given["sample"]), [list(row) for row in given["w"]], p["update.accumulatorFraction"]
    G = layer.gradient
    halved = case.samples // p["update.halveEvery"] if p["update.halveEvery"] else 0
    P = [[p["update.hiddenMultiplier"] * x >> min(p["update.shift"] + halved, 62) for x in row] for row in G]
    c = [[saturate((w << f) - x, p["update.accumulatorBits"]) for w, x in zip(*rows)] for rows in zip(given["w"], P)]
    case.update(layer)
    return {name: [list(map(shown, row)) for row in rows] for name, rows in (("G", G), ("P", P), ("c", c), ("w", layer.w))}


def sleep_update(p, given):
    H, O = given["H"], given["O"]
    case = Case({**p, "sleep.trajectories": len(H)}, [flat(given.get("draw", []))])
    layer = case.layer(0, len(given["B"]))
    layer.B = [list(row) for row in given["B"]]
    case.source = lambda layer: Layer(2, 0, len(O[0]))
    case.trajectory = lambda layer, m: (H[m], O[m])
    case.align(layer)
    hebb = [[sum(h[i] * o[k] for h, o in zip(H, O)) for k in range(len(O[0]))] for i in range(layer.size)]
    return {"hebb": [list(map(shown, row)) for row in hebb], "square": [shown(sum(x * x for x in column)) for column in zip(*O)], "B": layer.B}


def product_series(p, given):
    if p.get("signMode", "MIXED") != "MIXED":
        raise Refused("field params.signMode: MIXED, or no such field, is needed")
    rule = parse(p["rule"]) if "rule" in p else None
    if "products" in p:
        of_list = listed(p["products"], rule)
        if rule not in (None, of_list):
            raise Refused("field params.products: the rule in params.rule is another one")
        rule = of_list
    target = rule[0]
    names = read_by(rule)
    # u0 is 1; a u<k> with k above 0 is what the case says.
    decimated = given["u"] if any(dependency[0] == "u" and dependency != "u0" for _, _, dependency, _ in rule[1]) else 0
    draws = given["draw"] if target == "w" else [0] * len(given[target])
    accumulated, moved = [], []
    for s, r in enumerate(draws):
        c, value = execute(rule, {name: given[name][s] for name in names}, decimated, lambda bits: r)
        accumulated.append(c)
        moved.append(value)
    return {"wAccumulator": accumulated, "w": moved} if target == "w" else {target: moved}


# -------------------------------------------------------------------------------------------------------------- network

class Given(Network):
    """A network with the weights and the draws of a case; it keeps what it shows."""

    def __init__(self, p, given):
        self.given, self.kept = given, {}
        self.seeded = "seed" in p  # then the draws are those of DRAW-2, not those of the case
        super().__init__(profile_of(p), given["sizes"], word(p.get("seed", 0)) % (1 << 64), self.keep)

    def initial_weights(self):
        for layer, w in zip(self.layers, self.given["w"]):
            layer.w = [list(row) for row in w]

    def random_feedback(self):
        for layer, feedback in zip(self.layers, self.given["B"]):
            layer.B = [list(row) for row in feedback]

    aligned_feedback = random_feedback

    def draw(self, stream, layer, sample, step, index, bits):
        if self.seeded:
            return super().draw(stream, layer, sample, step, index, bits)
        return self.given["draws"][stream][max(0, layer - 1)][step][index]

    def keep(self, signal, layer, context, step, values):
        self.kept.setdefault(signal, {}).setdefault(layer, []).append(list(values))

    def signals(self):
        """By signal, layer and step; of the outputs by step; of what arises once by layer."""
        out, kept, self.kept = {}, self.kept, {}
        if 0 in kept.get("s", {}):
            out["x"] = kept["s"].pop(0)
        for signal, layers in kept.items():
            rows = [layers[l] for l in sorted(layers)]
            once = signal in ("q", "dW", "w", "B")
            out[signal] = rows[0] if signal in ("o", "e", "p", "n", "sp", "sn", "H", "O") else [row[0] for row in rows] if once else rows
        return out


def profile_of(p):
    profile = p["profile"]
    missing = {"name", *NAMES, *RANGES} ^ set(profile)
    if missing or any(profile[key] not in names for key, names in NAMES.items()):
        raise Refused(f"field params.profile: the keys and names of PROF-1 are needed; {', '.join(sorted(missing))}")
    check_profile(profile)
    return profile


def sample(p, given):
    network = Given(p, given)
    if "x" in given:
        spikes = iter(given["x"])
        network.code = lambda *place: next(spikes)
    network.samples = word(given["sample"])
    network.train_sample(given.get("intensities"), given["label"])
    for layer in network.layers:
        network.update(layer)
    out = network.signals()
    o = out["o"][-1]
    return {**out, "predicted": o.index(max(o)), "events": dict(network.events)}


def sample_of(rule):
    """The operation of a learning rule, in learning.py."""
    def answer_sample(p, given):
        given = {**given, "sample": word(given["sample"])}
        out = rule_sample(rule, profile_of(p), p["rule"], word(p["seed"]) % (1 << 64), given)
        return {name: tree(values) for name, values in out.items()}
    return answer_sample


def tree(node):
    """A tree of words, each as every reader can hold it."""
    if isinstance(node, list):
        return [tree(child) for child in node]
    return shown(node) if isinstance(node, int) and not isinstance(node, bool) else node


def sleep(p, given):
    network, layers = Given(p, given), []
    network.sleeps = word(given.get("sleep", 0))
    for layer in network.layers[:-1]:
        network.align(layer)
        layers.append({"layer": layer.number, **network.signals()})
    return {"layers": layers, "B": [layer.B for layer in network.layers[:-1]], "events": dict(network.events)}


def start(p, given):
    network = Network(profile_of(p), given["sizes"], word(p["seed"]) % (1 << 64))
    return {"w": [layer.w for layer in network.layers], "B": [layer.B for layer in network.layers[:-1]], "digest": network.digest(),
            "events": dict(network.events)}


def test(p, given):  # NET-2, NET-3
    network = Given(p, given)
    network.show = None
    return {"predicted": [network.test_sample(row, given["first"] + i) for i, row in enumerate(given["intensities"])]}


class Watched(Network):
    """Training with its checkpoints: a task is an update, or a sleep."""

    checkpoints, tasks = (), 0

    def task(self, samples):
        self.tasks += 1
        self.now = {"samples": samples, "sleeps": self.sleeps, "digest": self.digest()}
        if self.tasks % self.every == 0:
            self.checkpoints += (self.now,)

    def update(self, layer):
        super().update(layer)
        if layer is self.output:
            self.task(self.samples + 1)

    def sleep(self):
        super().sleep()
        self.task(self.samples)


def training(p, given):
    network = Watched(profile_of(p), given["sizes"], word(p["seed"]) % (1 << 64))
    network.every = p["every"]
    network.train(list(zip(given["labels"], given["intensities"])), p["epochs"])
    if network.tasks % network.every != 0:
        network.checkpoints += (network.now,)
    return {"checkpoints": list(network.checkpoints), "digest": network.digest(), "events": dict(network.events)}


# ---------------------------------------------------------------------------------------------------------------- files

def admitted(read):
    """What is read, or that it is refused."""
    try:
        return {"admitted": True, **read()}
    except (Refused, struct.error, UnicodeDecodeError):
        return {"admitted": False}


def profile_read(p, given):  # PROF-1, PROF-2, PROF-4; NET-5
    def read():
        profile = read_profile(given["text"])
        if "sizes" in given:
            if not given["sizes"]:
                raise Refused("no layers")
            check_shape(profile, given["sizes"])
            if "seed" in p:
                Network(profile, given["sizes"], word(p["seed"]) % (1 << 64))
        return {"values": profile}
    return admitted(read)


def rule_read(p, given):  # ENG-5 to ENG-7
    def read():
        target, products = parse(given["text"])
        return {"target": target, "products": [
            {"sMant": mantissa, "sExp": exponent, "dependency": dependency,
             "factors": [{"var": variable, "const": constant, "sgn": sgn} for variable, constant, sgn in factors]}
            for mantissa, exponent, dependency, factors in products]}
    return admitted(read)


def data_bin(p, given):  # DATA-2, DATA-3
    def read():
        data, steps, before = bytes.fromhex(given["file"]), p["time.steps"], 0
        if not data or len(data) % 5 or len(data) > 5 << 17:
            raise Refused("no whole events, or too many")
        spikes = [set() for _ in range(steps)]
        for x, y, high, middle, low in zip(*[iter(data)] * 5):
            time = (high & 127) << 16 | middle << 8 | low
            if x > 33 or y > 33 or time < before:
                raise Refused("a pixel or a time that is none")
            before, step = time, time * steps // 300000
            if step < steps:
                spikes[step].add(1156 * (high >> 7) + 34 * y + x)
        return {"x": [sorted(step) for step in spikes]}
    return admitted(read)


def require(condition, what):
    if not condition:
        raise Refused(what)


def model_read(p, given):  # FILE-1 to FILE-7
    return admitted(lambda: model_of(bytes.fromhex(given["file"])))


def model_of(data):
    require(len(data) >= 40 and data[:8] == b"BIOGRAD\x1a", "magic")
    version, arithmetic, seed, profile_bytes, run_bytes, count = struct.unpack_from("<IIQIII", data, 8)
    require(version == 2 and arithmetic <= 1 and 1 <= profile_bytes <= 65536 and 2 <= count <= 64, "header")
    sizes = struct.unpack_from(f"<{count}I", data, 36)
    columns = struct.unpack_from(f"<{count - 2}I", data, 36 + 4 * count)
    require(all(1 <= size <= 65535 for size in sizes), "sizes")
    lengths = [(a + 1) * b for a, b in zip(sizes, sizes[1:])] + [a * b for a, b in zip(sizes[1:], columns)]
    at, width = 36 + 4 * (2 * count - 2), (4, 8)[arithmetic]
    require(max(lengths) <= 1 << 28 and at + profile_bytes + width * sum(lengths) + run_bytes + 4 == len(data), "length")
    require(zlib.crc32(data[:-4]) == struct.unpack("<I", data[-4:])[0], "checksum")
    profile = read_profile(data[at:at + profile_bytes].decode("utf-8"))
    check_shape(profile, sizes)
    layerwise = profile["feedback.path"] == "LAYERWISE"
    require(list(columns) == [sizes[l + 1] if layerwise else sizes[-1] for l in range(1, count - 1)], "columns")
    at += profile_bytes
    weights = data[at:at + width * sum(lengths)]
    place = 0
    for a, length in enumerate(lengths):
        top = 2 ** (profile["weight.bits" if a < count - 1 else "feedback.bits"] - 1) - 1
        for value in struct.unpack_from(f"<{length}{'id'[arithmetic]}", weights, place):
            require(abs(value) <= top if arithmetic == 0 else abs(value) <= sys.float_info.max, "weights")
        place += width * length
    out = {"sizes": list(sizes), "seed": shown(wrap(seed, 64)), "integers": arithmetic == 0, "digest": hashlib.sha256(weights).hexdigest()}
    if run_bytes:
        out["run"] = run_of(profile, data[at + len(weights):-4], count - 2)
    return out


def run_of(p, data, hidden):  # FILE-4
    require(len(data) >= 72, "run")
    samples, validation, epochs, shown_samples, updates, sleeps, due = struct.unpack_from("<IIIQQQI", data, 32)
    require(1 <= samples < 1 << 31 and validation < 1 << 31 and epochs <= 100000 and len(data) == 72 + epochs * (8 + 8 * hidden), "run")
    require(shown_samples == epochs * samples and updates == epochs * -(-samples // p["update.batch"]), "counts")
    first, every = p["sleep.first"], p["sleep.every"]
    slept = first + (updates // every if every else 0)
    require(sleeps == slept and due == 0 or epochs == 0 and sleeps == 0 and due == first, "sleeps")
    for n in range(epochs):
        of_validation, of_test, *angles = struct.unpack_from(f"<ii{hidden}d", data, 72 + n * (8 + 8 * hidden))
        require(0 <= of_validation <= validation if validation else of_validation == -1, "validation")
        require(of_test >= -1 and all(angle != angle or 0 <= angle <= 180 for angle in angles), "row")
    return {"fingerprint": data[:32].hex(), "samples": samples, "validation": validation, "epochs": epochs, "sleeps": shown(sleeps), "due": due}


OPERATIONS = {
    "round.shift": round_shift,
    "word.wrap": each(lambda p, x: wrap(x, p["bits"])),
    "word.saturate": each(lambda p, x: (saturate if p["signed"] else saturate_unsigned)(x, p["bits"])),
    "decay": each(lambda p, x: scale(x, p["factor"])),
    "random.philox": lambda p, given: {"words": [list(philox(*c, *k)) for c, k in zip(given["counter"], given["key"])]},
    "random.draw": random_draw, "softmax.integer": softmax, "lif.run": lif_run, "gate": gate, "errorNeuron.run": error_neurons,
    "dendrite.run": dendrite, "synapse.weight": synapse, "trace.step": trace, "eligibility.run": eligibility, "learning.productSeries": product_series,
    "weight.update": weight_update, "sleep.update": sleep_update, "network.start": start, "network.sample": sample, "network.sleep": sleep, "network.test": test,
    "profile.read": profile_read, "rule.read": rule_read, "data.bin": data_bin, "model.read": model_read, "training.digest": training,
    **{f"rule.{rule}.sample": sample_of(rule) for rule in BY_STEP},
}


def answer(line):
    name = None
    try:
        case = json.loads(line)
        name, params = case["id"], case["params"]
        if case["op"] not in OPERATIONS or "emulator" in params:
            raise Refused(f"field op: {case['op']} is not implemented, or not as an emulator has it")
        return {"id": name, "out": OPERATIONS[case["op"]](params, case["in"])}
    except (Refused, LookupError, TypeError, ValueError, AttributeError, OverflowError, RecursionError) as problem:
        return {"id": name, "error": f"{type(problem).__name__}: {problem}"}


if __name__ == "__main__":
    for line in sys.stdin:
        if line.strip():
            print(json.dumps(answer(line), separators=(",", ":")), flush=True)
