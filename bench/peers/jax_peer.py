"""JAX: `python jax_peer.py WORKLOAD-AS-JSON DATA-FOLDER` trains by jit-compiled steps on the CPU."""

import jax
import jax.numpy as jnp
import numpy as np
from measure import TALK, batches, measure, read, workload

jax.config.update("jax_enable_x64", workload["kind"] == "talk")


def talk():
    rows = np.array(TALK)
    centred = rows - rows.mean(axis=0)
    x, yt = jnp.array(np.insert(centred[:, :1], 0, 1.0, axis=1)), jnp.array(centred[:, 1])

    @jax.jit
    def step(w):
        yd = x @ w - yt
        return w - workload["rate"] * (x.T @ yd) / 5, jnp.mean(yd**2) / 2

    def run():
        w, history = jnp.array([2.0, -1.0]), []
        for _ in range(workload["steps"]):
            before = w
            w, loss = step(w)
            history.append((loss, before))
        return [(float(loss), *np.asarray(w)) for loss, w in history][-1][0]

    return run


def regression():
    rows, columns = workload["rows"], workload["columns"]
    x, yt = jnp.array(read("x").reshape(rows, columns)), jnp.array(read(workload["kind"]))

    @jax.jit
    def step(w):
        u = x @ w
        if workload["kind"] == "linear":
            yd = u - yt
            loss = jnp.mean(yd * yd) / 2
        else:
            yd = jax.nn.sigmoid(u) - yt
            loss = jnp.mean(jax.nn.softplus(u) - yt * u)
        return w - workload["rate"] * (x.T @ yd) / rows, loss

    def run():
        w, history = jnp.zeros(columns, jnp.float32), []
        for _ in range(workload["steps"]):
            w, loss = step(w)
            history.append(loss)
        return [float(loss) for loss in history][-1]

    return run


def forward(parameters, h, activation):
    for i, (w, b) in enumerate(parameters):
        h = h @ w + b
        if i < len(parameters) - 1:
            h = activation(h)
    return h


def network():
    layers = workload["layers"]
    is_classifier = workload["loss"] == "cross-entropy"
    activation = {"relu": jax.nn.relu, "tanh": jnp.tanh}[workload["activation"]]
    x = jnp.array(read("x").reshape(workload["rows"], layers[0][0]))
    y = jnp.array(read("y", np.int32)) if is_classifier else jnp.array(read("y").reshape(workload["rows"], layers[-1][1]))

    def loss_of(parameters, xb, yb):
        h = forward(parameters, xb, activation)
        if is_classifier:
            return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(h), yb[:, None], 1))
        return jnp.mean((h - yb) ** 2) / 2

    @jax.jit
    def step(parameters, xb, yb):
        loss, gradients = jax.value_and_grad(loss_of)(parameters, xb, yb)
        return jax.tree.map(lambda w, g: w - workload["rate"] * g, parameters, gradients), loss

    def run():
        parameters = [(jnp.array(read(f"w{i + 1}").reshape(m, n)), jnp.zeros(n)) for i, (m, n) in enumerate(layers)]
        history = []
        for first, count in batches():
            parameters, loss = step(parameters, x[first : first + count], y[first : first + count])
            history.append(loss)
        return [float(loss) for loss in history][-1]

    return run


def convolution():
    side, kernels, dense = workload["side"], workload["kernels"], workload["dense"]
    x = jnp.array(read("x").reshape(workload["rows"], side, side, 1))
    y = jnp.array(read("y", np.int32))

    def loss_of(parameters, xb, yb):
        h = xb
        for w, b in parameters[:-1]:
            h = jax.lax.conv_general_dilated(h, w, (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC"))
            h = jax.nn.relu(h + b)
            h = jax.lax.reduce_window(h, -jnp.inf, jax.lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")
        w, b = parameters[-1]
        u = h.reshape(len(xb), -1) @ w + b
        return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(u), yb[:, None], 1))

    @jax.jit
    def step(parameters, m, v, k, xb, yb):
        loss, g = jax.value_and_grad(loss_of)(parameters, xb, yb)
        m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, g)
        v = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, v, g)
        c1, c2 = 1 - 0.9**k, 1 - 0.999**k
        parameters = jax.tree.map(lambda w, m, v: w - workload["rate"] * (m / c1) / (jnp.sqrt(v / c2) + 1e-8), parameters, m, v)
        return parameters, m, v, loss

    def run():
        shapes = [*kernels, dense]
        parameters = [(jnp.array(read(f"w{i + 1}").reshape(shape)), jnp.zeros(shape[-1])) for i, shape in enumerate(shapes)]
        m, v, history = jax.tree.map(jnp.zeros_like, parameters), jax.tree.map(jnp.zeros_like, parameters), []
        for k, (first, count) in enumerate(batches(), 1):
            parameters, m, v, loss = step(parameters, m, v, jnp.float32(k), x[first : first + count], y[first : first + count])
            history.append(loss)
        return [float(loss) for loss in history][-1]

    return run


def predict():
    if workload["of"] == "logistic":
        x = jnp.array(read("x").reshape(workload["rows"], workload["columns"]))
        w = x[0]
        apply = jax.jit(lambda x, w: jax.nn.sigmoid(x @ w))
        parameters = w
    else:
        layers = workload["layers"]
        x = jnp.array(read("x").reshape(workload["rows"], layers[0][0]))
        parameters = [(jnp.array(read(f"w{i + 1}").reshape(m, n)), jnp.zeros(n)) for i, (m, n) in enumerate(layers)]
        apply = jax.jit(lambda x, parameters: jax.nn.softmax(forward(parameters, x, jax.nn.relu)))

    def run():
        yp = np.asarray(apply(x, parameters)).ravel()
        return yp[0] + yp[-1]

    return run


measure({"talk": talk, "network": network, "convolution": convolution, "predict": predict}.get(workload["kind"], regression)())
