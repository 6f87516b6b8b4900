"""How a peer in Python is measured: it warms up once, repeats, and prints milliseconds and its last result as JSON."""

import json
import sys
import time

import numpy as np

workload, folder = json.loads(sys.argv[1]), sys.argv[2]
# Seconds after which no further repetition begins.
LONGEST = 8
TALK = [[166, 58.7], [176, 75.7], [171, 62.1], [173, 70.4], [169, 60.1]]


def read(part, dtype=np.float32):
    return np.fromfile(f"{folder}/{workload['data']}-{part}.bin", dtype=dtype)


def batches():
    """The batches of a network's steps, epoch after epoch in the order of the rows: (first row, rows)."""
    rows, batch = workload["rows"], workload["batch"]
    firsts = range(0, rows, batch)
    for step in range(workload["steps"]):
        first = firsts[step % len(firsts)]
        yield first, min(batch, rows - first)


def measure(run):
    begin = time.perf_counter()
    last = run()
    ms = []
    # What takes many seconds is not repeated for minutes.
    while len(ms) < workload["repeats"] and (not ms or time.perf_counter() - begin < LONGEST):
        start = time.perf_counter()
        last = run()
        ms.append((time.perf_counter() - start) * 1e3)
    print(json.dumps({"ms": ms, "loss": float(last)}))
