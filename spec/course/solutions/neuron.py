"""Lesson 2: a neuron (SOMA-2 to SOMA-4, GATE-1), on the sums a of the example's neuron 1.0."""

from words import saturate, scale, wrap


def step(p, v, s, a):
    """One step: u, v, s and g from the sum a and the step before."""
    u = wrap(a << p["weight.shift"], p["soma.currentBits"])
    rest = 0 if s else v
    v = saturate(scale(rest, p["soma.keep"]) + u, p["soma.voltageBits"])
    return u, v, int(v > p["soma.threshold"]), gate(p, v)


def gate(p, v):
    return int(abs(v - p["soma.threshold"]) < p["soma.window"])


if __name__ == "__main__":
    from kit import serve

    serve({"gate": lambda p, given: {"g": [gate(p, v) for v in given["v"]]}})
