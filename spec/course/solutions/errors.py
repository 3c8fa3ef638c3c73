"""Lesson 4: errors as spikes (ERR-4)."""

from words import saturate


def run(p, given):
    one = 2 ** p["error.fraction"]
    zero = [0] * len(given["e"][0])
    state = {name: list(given.get(name, zero)) for name in ("p", "n", "sp", "sn")}
    out = {name: [] for name in state}
    for errors in given["e"]:
        for k, e in enumerate(errors):
            for potential, spike, sign in (("p", "sp", 1), ("n", "sn", -1)):
                exact = state[potential][k] - one * state[spike][k] + sign * e
                state[potential][k] = saturate(exact, p["error.potentialBits"])
                state[spike][k] = int(state[potential][k] > one)
        for name in out:
            out[name].append(list(state[name]))
    return out


if __name__ == "__main__":
    from kit import serve

    serve({"errorNeuron.run": run})
