"""Lesson 1: words (WORD-1 to WORD-6)."""


def wrap(x, bits):
    low = x % 2**bits
    return low - 2**bits if low >= 2 ** (bits - 1) else low


def saturate(x, bits):
    largest = 2 ** (bits - 1) - 1
    return max(-largest, min(largest, x))


def saturate_unsigned(x, bits):
    return max(0, min(2**bits - 1, x))


def shift(x, k, mode, draw=0):
    floor, rest = divmod(x, 2**k)
    if rest == 0 or mode == "FLOOR":
        return floor
    if mode == "TOWARD_ZERO":
        return floor + (x < 0)
    if mode == "AWAY_FROM_ZERO":
        return floor + (x > 0)
    if mode == "STOCHASTIC":
        return floor + (draw < rest)
    half = 2 ** (k - 1)  # NEAREST_EVEN
    return floor + (rest > half or rest == half and floor % 2 == 1)


def scale(x, f):
    kept = abs(x) * abs(f) >> 12
    return -kept if (x < 0) != (f < 0) else kept


if __name__ == "__main__":
    from kit import serve, shown, word

    def each(function):
        return lambda p, given: {"y": [shown(function(p, word(x))) for x in given["x"]]}

    def rounded(p, given):
        draws = given.get("draw", [0] * len(given["x"]))
        return {"y": [shown(shift(word(x), p["k"], p["mode"], word(r))) for x, r in zip(given["x"], draws)]}

    serve({
        "word.wrap": each(lambda p, x: wrap(x, p["bits"])),
        "word.saturate": each(lambda p, x: (saturate if p["signed"] else saturate_unsigned)(x, p["bits"])),
        "decay": each(lambda p, x: scale(x, p["factor"])),
        "round.shift": rounded,
    })
