"""NumPy: `python numpy_peer.py WORKLOAD-AS-JSON DATA-FOLDER` trains by hand-written steps and prints milliseconds and the final loss."""

import json
import sys
import time

import numpy as np

name, workload, folder = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]


def read(part, dtype=np.float32):
    return np.fromfile(f"{folder}/{name}-{part}.bin", dtype=dtype)


def talk():
    rows = np.array([[166, 58.7], [176, 75.7], [171, 62.1], [173, 70.4], [169, 60.1]])
    centred = rows - rows.mean(axis=0)
    x, yt = np.insert(centred[:, :1], 0, 1.0, axis=1), centred[:, 1]

    def run():
        w, history = np.array([2.0, -1.0]), np.zeros((workload["steps"], 3))
        for k in range(workload["steps"]):
            yd = x @ w - yt
            loss = np.mean(yd**2) / 2
            w = w - workload["rate"] * (x.T @ yd) / 5
            history[k] = loss, *w
        return loss

    return run


def regression():
    rows, columns = workload["rows"], workload["columns"]
    x, yt = read("x").reshape(rows, columns), read("y")
    alpha, count = np.float32(workload["rate"]), np.float32(rows)

    def run():
        w = np.zeros(columns, np.float32)
        for _ in range(workload["steps"]):
            u = x @ w
            if workload["kind"] == "linear":
                yd = u - yt
                loss = np.mean(yd**2) / 2
            else:
                loss = np.mean(np.logaddexp(0, u) - yt * u)
                yd = 1 / (1 + np.exp(-u)) - yt
            w = w - alpha * (x.T @ yd) / count
        return loss

    return run


def network():
    layers, rows, batch = workload["layers"], workload["rows"], workload["batch"]
    is_classifier, is_relu = workload["loss"] == "cross-entropy", workload["activation"] == "relu"
    x_all = read("x").reshape(rows, layers[0][0])
    y_all = read("y", np.int32) if is_classifier else read("y").reshape(rows, layers[-1][1])
    alpha = np.float32(workload["rate"])

    def run():
        ws = [read(f"w{i + 1}").reshape(m, n) for i, (m, n) in enumerate(layers)]
        bs = [np.zeros(n, np.float32) for _, n in layers]
        start = 0
        for _ in range(workload["steps"]):
            if start >= rows:
                start = 0
            h, yt = x_all[start : start + batch], y_all[start : start + batch]
            start += batch
            count = len(h)
            inputs = []
            for i, (w, b) in enumerate(zip(ws, bs)):
                inputs.append(h)
                h = h @ w + b
                if i < len(ws) - 1:
                    h = np.maximum(h, 0) if is_relu else np.tanh(h)
            if is_classifier:
                e = np.exp(h - h.max(axis=1, keepdims=True))
                p = e / e.sum(axis=1, keepdims=True)
                loss = -np.mean(np.log(p[np.arange(count), yt]))
                p[np.arange(count), yt] -= 1
                g = p / np.float32(count)
            else:
                yd = h - yt
                loss = np.mean(yd * yd) / 2
                g = yd / np.float32(count)
            for i in range(len(ws) - 1, -1, -1):
                gw, gb = inputs[i].T @ g, g.sum(axis=0)
                if i:
                    g = g @ ws[i].T
                    g = g * (inputs[i] > 0) if is_relu else g * (1 - inputs[i] * inputs[i])
                ws[i], bs[i] = ws[i] - alpha * gw, bs[i] - alpha * gb
        return loss

    return run


run = {"talk": talk, "network": network}.get(workload["kind"], regression)()
last, ms = run(), []
for _ in range(min(workload["repeats"], 50)):
    begin = time.perf_counter()
    last = run()
    ms.append((time.perf_counter() - begin) * 1e3)
print(json.dumps({"ms": ms, "loss": float(last)}))
