"""Lesson 5: sleep (SLEEP-4)."""

from words import saturate, shift


def run(p, given):
    noise, spikes, b = given["H"], given["O"], given["B"]
    size, outputs = len(b), len(b[0])
    hebb = [[sum(h[i] * o[k] for h, o in zip(noise, spikes)) for k in range(outputs)] for i in range(size)]
    square = [sum(o[k] ** 2 for o in spikes) for k in range(outputs)]
    draws = given.get("draw", [[0] * outputs] * size)
    new = [[0] * outputs for _ in range(size)]
    for i in range(size):
        for k in range(outputs):
            x = (hebb[i][k] << p["sleep.hebbShift"]) - square[k] * b[i][k]
            moved = shift(x, p["sleep.shift"], p["sleep.rounding"], draws[i][k])
            new[i][k] = saturate(b[i][k] + moved, p["feedback.bits"])
    return {"hebb": hebb, "square": square, "B": new}


if __name__ == "__main__":
    from kit import serve, shown

    def answer(p, given):
        out = run(p, given)
        out["hebb"] = [[shown(x) for x in row] for row in out["hebb"]]
        out["square"] = [shown(x) for x in out["square"]]
        return out

    serve({"sleep.update": answer})
