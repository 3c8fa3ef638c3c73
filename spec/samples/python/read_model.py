"""Reads a model file (clauses FILE-1 to FILE-6) and prints its weights, an array a line. Python 3.8 or later, nothing else."""
import struct
import sys
import zlib


def read_model(data):
    """The header, the profile's keys and values, and the weights: w of layers 1..L, then feedback of layers 1..L-1."""
    if data[:8] != b"BIOGRAD\x1a" or zlib.crc32(data[:-4]) != struct.unpack("<I", data[-4:])[0]:
        raise ValueError("no model, or a damaged one")
    version, arithmetic, seed, profile_bytes, run_bytes, count = struct.unpack_from("<IIQIII", data, 8)
    if version != 2 or arithmetic > 1:
        raise ValueError("version %d, arithmetic %d: not known here" % (version, arithmetic))
    sizes = struct.unpack_from("<%dI" % count, data, 36)
    columns = struct.unpack_from("<%dI" % (count - 2), data, 36 + 4 * count)
    at = 36 + 4 * (2 * count - 2) + profile_bytes
    text = data[at - profile_bytes:at].decode("utf-8")
    profile = dict(map(str.strip, line.split("#")[0].split("=")) for line in text.splitlines() if "=" in line.split("#")[0])
    weights = []
    for length in [(sizes[l - 1] + 1) * sizes[l] for l in range(1, count)] + [sizes[l] * columns[l - 1] for l in range(1, count - 1)]:
        weights.append(struct.unpack_from("<%d%s" % (length, "id"[arithmetic]), data, at))
        at += length * (4, 8)[arithmetic]
    if at + run_bytes + 4 != len(data):
        raise ValueError("longer or shorter than the header says")
    return {"seed": seed, "sizes": sizes, "profile": profile, "weights": weights}


if __name__ == "__main__":
    with open(sys.argv[1], "rb") as file:
        model = read_model(file.read())
    print(model["seed"])
    for array in model["weights"]:
        print(*array)
