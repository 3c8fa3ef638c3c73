"""Lesson 3: traces and eligibility (ELIG-1 to ELIG-5), in all three modes."""

from words import saturate, saturate_unsigned, scale, shift

ONE = 4096


def quotient(x, y):
    return -(-x // y) if x < 0 else x // y


def reset_factor(p, v, s, g):  # ELIG-4
    f = ONE * (1 - s)
    if p["trace.mode"] == "FULL":
        f -= g * quotient(ONE * v, p["soma.voltageOne"])
        return saturate(f, 14)
    return f


def run(p, given):
    shared = p["trace.mode"] == "PRE_ONLY"
    post = len(given["g"][0])
    pre = len(given["x"][0]) + 1
    columns = 1 if shared else post
    z = [0] * (pre * columns)
    e = [0] * (pre * post)
    f = [ONE] * post
    out = {"z": [], "E": []} if shared else {"z": [], "E": [], "f": []}
    for t, (x, g) in enumerate(zip(given["x"], given["g"])):
        draws = given["draw"][t] if "draw" in given else [0] * len(z)
        for j, spike in enumerate(x + [1]):  # the bias spikes at every step
            for c in range(columns):
                n = j * columns + c
                y = z[n] if shared else saturate(scale(z[n], f[c]), p["trace.bits"] + 1)
                exact = shift(y * p["trace.keep"], 12, p["trace.rounding"], draws[n]) + p["trace.impulse"] * spike
                z[n] = saturate_unsigned(exact, p["trace.bits"]) if shared else saturate(exact, p["trace.bits"] + 1)
            for i in range(post):
                added = g[i] * (z[j if shared else j * post + i] >> p["eligibility.shift"])
                e[j * post + i] = saturate(e[j * post + i] + added, p["eligibility.bits"])
        out["z"].append(list(z))
        out["E"].append(list(e))
        if not shared:
            f = [reset_factor(p, *of) for of in zip(given["v"][t], given["s"][t], g)]
            out["f"].append(f)
    return out


if __name__ == "__main__":
    from kit import serve

    serve({"eligibility.run": run})
