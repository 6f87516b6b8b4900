"""PyTorch: `python pytorch_peer.py WORKLOAD-AS-JSON DATA-FOLDER` trains by autograd (networks) or by hand (regressions)."""

import os

import torch
import torch.nn.functional as F
from measure import TALK, batches, measure, read, workload

compiled = torch.compile if os.environ["PEER_MODE"] == "compile" else lambda f: f
torch.set_num_threads(int(os.environ["PEER_THREADS"]))


def tensor(part, *shape, dtype="float32"):
    return torch.from_numpy(read(part, dtype)).reshape(shape)


def talk():
    rows = torch.tensor(TALK, dtype=torch.float64)
    centred = rows - rows.mean(0)
    x, yt = torch.stack([torch.ones(5, dtype=torch.float64), centred[:, 0]], 1), centred[:, 1]

    def run():
        w, history = torch.tensor([2.0, -1.0], dtype=torch.float64), []
        for _ in range(workload["steps"]):
            yd = x @ w - yt
            history.append((float((yd**2).mean() / 2), w.clone()))
            w = w - workload["rate"] * (x.T @ yd) / 5
        return history[-1][0]

    return run


def regression():
    rows, columns, rate = workload["rows"], workload["columns"], workload["rate"]
    x, yt = tensor("x", rows, columns), tensor(workload["kind"], rows)

    @compiled
    def linear(w):
        yd = x @ w - yt
        return w - rate * (x.T @ yd) / rows, (yd * yd).mean() / 2

    @compiled
    def logistic(w):
        u = x @ w
        return w - rate * (x.T @ (torch.sigmoid(u) - yt)) / rows, F.binary_cross_entropy_with_logits(u, yt)

    step = linear if workload["kind"] == "linear" else logistic

    def run():
        w, history = torch.zeros(columns), []
        for _ in range(workload["steps"]):
            w, loss = step(w)
            history.append(loss)
        return [float(loss) for loss in history][-1]

    return run


def descend(loss_of, parameters, optimizer, x, y):
    """The last loss of all steps; that of every step is kept."""
    history = []
    for first, count in batches():
        loss = loss_of(parameters, x[first : first + count], y[first : first + count])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        history.append(loss.detach())
    return [float(loss) for loss in history][-1]


def network():
    layers = workload["layers"]
    is_classifier = workload["loss"] == "cross-entropy"
    activation = {"relu": torch.relu, "tanh": torch.tanh}[workload["activation"]]
    x = tensor("x", workload["rows"], layers[0][0])
    y = tensor("y", workload["rows"], dtype="int32").long() if is_classifier else tensor("y", workload["rows"], layers[-1][1])

    @compiled
    def loss_of(parameters, xb, yb):
        h = xb
        for i in range(len(layers)):
            h = torch.addmm(parameters[2 * i + 1], h, parameters[2 * i])
            if i < len(layers) - 1:
                h = activation(h)
        return F.cross_entropy(h, yb) if is_classifier else F.mse_loss(h, yb) / 2

    def run():
        parameters = []
        for i, (m, n) in enumerate(layers):
            parameters += [tensor(f"w{i + 1}", m, n).requires_grad_(), torch.zeros(n, requires_grad=True)]
        optimizer = torch.optim.SGD(parameters, lr=workload["rate"])
        return descend(loss_of, parameters, optimizer, x, y)

    return run


def convolution():
    side, kernels, dense = workload["side"], workload["kernels"], workload["dense"]
    x = tensor("x", workload["rows"], 1, side, side)
    y = tensor("y", workload["rows"], dtype="int32").long()

    @compiled
    def loss_of(parameters, xb, yb):
        w1, b1, w2, b2, w3, b3 = parameters
        h = F.max_pool2d(torch.relu(F.conv2d(xb, w1, b1, padding="same")), 2)
        h = F.max_pool2d(torch.relu(F.conv2d(h, w2, b2, padding="same")), 2)
        return F.cross_entropy(torch.addmm(b3, h.flatten(1), w3), yb)

    def run():
        ws = [tensor(f"w{i + 1}", *shape).permute(3, 2, 0, 1).contiguous() for i, shape in enumerate(kernels)]
        # The files hold pixels with their channels side by side; PyTorch flattens channel by channel.
        end = side // 2 ** len(kernels)
        last = tensor("w3", end, end, kernels[-1][3], dense[1]).permute(2, 0, 1, 3).reshape(dense).contiguous()
        parameters = [p for w, n in zip([*ws, last], [*(k[3] for k in kernels), dense[1]]) for p in (w, torch.zeros(n))]
        for p in parameters:
            p.requires_grad_()
        optimizer = torch.optim.Adam(parameters, lr=workload["rate"])
        return descend(loss_of, parameters, optimizer, x, y)

    return run


def predict():
    if workload["of"] == "logistic":
        x = tensor("x", workload["rows"], workload["columns"])
        w = x[0].clone()
        apply = compiled(lambda: torch.sigmoid(x @ w))
    else:
        layers = workload["layers"]
        x = tensor("x", workload["rows"], layers[0][0])
        ws = [tensor(f"w{i + 1}", m, n) for i, (m, n) in enumerate(layers)]
        bs = [torch.zeros(n) for _, n in layers]

        @compiled
        def apply():
            h = x
            for w, b in zip(ws[:-1], bs):
                h = torch.relu(torch.addmm(b, h, w))
            return torch.softmax(torch.addmm(bs[-1], h, ws[-1]), 1)

    def run():
        with torch.no_grad():
            yp = apply().flatten()
            return float(yp[0] + yp[-1])

    return run


measure({"talk": talk, "network": network, "convolution": convolution, "predict": predict}.get(workload["kind"], regression)())
