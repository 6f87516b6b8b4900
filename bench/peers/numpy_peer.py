"""NumPy: `python numpy_peer.py WORKLOAD-AS-JSON DATA-FOLDER` trains by hand-written steps."""

import numpy as np
from measure import TALK, batches, measure, read, workload


def talk():
    rows = np.array(TALK)
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
    x, yt = read("x").reshape(rows, columns), read(workload["kind"])
    alpha, count = np.float32(workload["rate"]), np.float32(rows)

    def run():
        w, history = np.zeros(columns, np.float32), []
        for _ in range(workload["steps"]):
            u = x @ w
            if workload["kind"] == "linear":
                yd = u - yt
                loss = np.mean(yd**2) / 2
            else:
                loss = np.mean(np.logaddexp(0, u) - yt * u)
                yd = 1 / (1 + np.exp(-u)) - yt
            w = w - alpha * (x.T @ yd) / count
            history.append(loss)
        return history[-1]

    return run


def network():
    layers, rows = workload["layers"], workload["rows"]
    is_classifier, is_relu = workload["loss"] == "cross-entropy", workload["activation"] == "relu"
    x_all = read("x").reshape(rows, layers[0][0])
    y_all = read("y", np.int32) if is_classifier else read("y").reshape(rows, layers[-1][1])
    alpha = np.float32(workload["rate"])

    def run():
        ws = [read(f"w{i + 1}").reshape(m, n) for i, (m, n) in enumerate(layers)]
        bs = [np.zeros(n, np.float32) for _, n in layers]
        history = []
        for first, count in batches():
            h, yt = x_all[first : first + count], y_all[first : first + count]
            inputs = []
            for i, (w, b) in enumerate(zip(ws, bs)):
                inputs.append(h)
                h = h @ w
                h += b
                if i < len(ws) - 1:
                    (np.maximum(h, 0, out=h) if is_relu else np.tanh(h, out=h))
            if is_classifier:
                h -= h.max(axis=1, keepdims=True)
                p = np.exp(h)
                p /= p.sum(axis=1, keepdims=True)
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
                    g *= (inputs[i] > 0) if is_relu else 1 - inputs[i] * inputs[i]
                gw *= alpha
                ws[i] -= gw
                bs[i] -= alpha * gb
            history.append(loss)
        return history[-1]

    return run


def predict():
    if workload["of"] == "logistic":
        x = read("x").reshape(workload["rows"], workload["columns"])
        w = x[0].copy()

        def run():
            yp = 1 / (1 + np.exp(-(x @ w)))
            return yp[0] + yp[-1]

        return run
    layers = workload["layers"]
    x = read("x").reshape(workload["rows"], layers[0][0])
    ws = [read(f"w{i + 1}").reshape(m, n) for i, (m, n) in enumerate(layers)]
    bs = [np.zeros(n, np.float32) for _, n in layers]

    def run():
        h = x
        for w, b in zip(ws[:-1], bs):
            h = h @ w
            h += b
            np.maximum(h, 0, out=h)
        h = h @ ws[-1]
        h += bs[-1]
        h -= h.max(axis=1, keepdims=True)
        np.exp(h, out=h)
        h /= h.sum(axis=1, keepdims=True)
        return h[0, 0] + h[-1, -1]

    return run


measure({"talk": talk, "network": network, "predict": predict}.get(workload["kind"], regression)())
