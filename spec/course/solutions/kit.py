"""Answers the kit's cases: one JSON object a line from standard input, one a line to standard output."""

import json
import sys


def word(value):
    """A word of a case: an integer, or the 64 bits of one as "0x..."."""
    if isinstance(value, str):
        bits = int(value, 16)
        return bits - 2**64 if bits >= 2**63 else bits
    return value


def shown(value):
    """A word as an answer has it."""
    return value if abs(value) < 2**53 else f"0x{value % 2**64:016x}"


def serve(operations):
    """Answers with functions of (params, in), one per operation."""
    for line in sys.stdin:
        case = json.loads(line)
        answer = {"id": case["id"]}
        try:
            answer["out"] = operations[case["op"]](case.get("params", {}), case["in"])
        except KeyError as missing:
            answer["error"] = f"no {missing}"
        print(json.dumps(answer), flush=True)
