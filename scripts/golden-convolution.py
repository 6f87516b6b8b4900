"""Writes what PyTorch computes for images, normalisations, activations and losses, with gradients, for Kudari's tests.

    python scripts/golden-convolution.py        (PyTorch 2; the tests themselves need no Python)

- packages/kudari/src/ops/testing/convolution.json: convolutions, max and average pooling
- packages/kudari/src/nn/testing/layers.json: batch and layer normalisation, activations, losses

A case is {name, function, inputs, options, output, g, gradients}: `gradients` are those of sum(output * g) with respect to
the inputs named there. Tensors are written as in scripts/golden-numpy.py; images are (images, height, width, channels),
weights of convolutions (height, width, channels, outputs). Everything is float64.
"""

import json

import torch
import torch.nn.functional as F
from golden.cases import SOURCES, encode, inf, nan

torch.manual_seed(7)
torch.set_default_dtype(torch.float64)
SOURCE = f"scripts/golden-convolution.py, PyTorch {torch.__version__.split('+')[0]}"


def random(*shape):
    """Normal numbers with four decimals, so that the file stays small."""
    return torch.round(torch.randn(shape) * 1e4) / 1e4


def plain(tensor):
    array = tensor.detach().numpy()
    return encode(array.astype("int32") if array.dtype == "int64" else array)


def write(path, entries):
    lines = ",\n".join(json.dumps(entry) for entry in entries)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{"source": {json.dumps(SOURCE)},\n"cases": [\n{lines}\n]}}\n')
    print(f"{path.name}: {len(entries)} cases, {path.stat().st_size // 1024} KiB")


def case(name, function, compute, inputs, options=None, constants=()):
    """`compute(**inputs)` and its gradients with respect to all inputs but those named as constants."""
    leaves = {key: value.clone().requires_grad_(key not in constants) for key, value in inputs.items()}
    output = compute(**leaves)
    g = random(*output.shape)
    (output * g).sum().backward()
    return {
        "name": name,
        "function": function,
        "inputs": {key: plain(value) for key, value in inputs.items()},
        "options": options or {},
        "output": plain(output),
        "g": plain(g),
        "gradients": {key: plain(value.grad) for key, value in leaves.items() if value.requires_grad},
    }


# Images. PyTorch has the channels before height and width, and the outputs of weights first.
first = lambda images: images.permute(0, 3, 1, 2).contiguous()
last = lambda images: images.permute(0, 2, 3, 1)


def convolution(name, x, w, **options):
    compute = lambda x, w: last(F.conv2d(first(x), w.permute(3, 2, 0, 1), **options))
    return case(name, "conv2d", compute, {"x": random(*x), "w": random(*w)}, options)


def pooling(name, function, x, size, **options):
    pool = {"maxPool": F.max_pool2d, "averagePool": F.avg_pool2d}[function]
    compute = lambda x: last(pool(first(x), size, **options))
    return case(name, function, compute, {"x": x}, {"size": size, **options})


TIES = torch.tensor([[1.0, 3, 3, 0, 2], [3, 3, 0, 2, 2], [0, 0, -1, 2, 2], [0, 0, 5, 5, 1]]).reshape(1, 4, 5, 1)
NOT_NUMBERS = torch.tensor([[1, nan, 3, 2, -inf, -inf], [nan, 0, nan, 1, -inf, -inf], [nan, 5, inf, 5, -inf, 4], [1, 0, 9, inf, 3, -inf]])
NOT_NUMBERS = NOT_NUMBERS.reshape(1, 4, 6, 1)

write(
    SOURCES / "ops" / "testing" / "convolution.json",
    [
        convolution("several channels", (2, 5, 4, 3), (3, 2, 3, 4)),
        convolution("strides and padding", (2, 6, 7, 2), (3, 3, 2, 3), stride=[2, 3], padding=[1, 2]),
        convolution("one number for both", (1, 5, 5, 1), (3, 3, 1, 2), stride=2, padding=1),
        convolution("dilation", (2, 7, 8, 2), (2, 3, 2, 2), dilation=[3, 2]),
        convolution("everything", (2, 8, 6, 2), (3, 2, 2, 3), stride=[2, 1], padding=[2, 1], dilation=[2, 3]),
        convolution("more padding than window", (1, 2, 3, 1), (2, 2, 1, 1), padding=[3, 2]),
        convolution("1 x 1", (2, 3, 4, 3), (1, 1, 3, 2)),
        convolution("a window as large as the image", (2, 3, 4, 2), (3, 4, 2, 3)),
        convolution("a single pixel", (2, 1, 1, 2), (1, 1, 2, 2)),
        convolution("pixels that no window reaches", (1, 6, 6, 1), (2, 2, 1, 1), stride=4),
        pooling("max", "maxPool", random(2, 6, 4, 3), 2),
        pooling("max, overlapping, padded", "maxPool", random(2, 7, 6, 2), [3, 2], stride=[2, 1], padding=[1, 1]),
        pooling("max, a part left over", "maxPool", random(1, 5, 7, 2), [2, 3]),
        pooling("max of ties", "maxPool", TIES, 2, stride=1),
        pooling("max of ties, padded", "maxPool", TIES, 3, stride=2, padding=1),
        pooling("max of what is no number", "maxPool", NOT_NUMBERS, 2),
        pooling("max of what is no number, padded", "maxPool", NOT_NUMBERS, 3, stride=2, padding=1),
        pooling("average", "averagePool", random(2, 6, 4, 3), 2),
        pooling("average, overlapping, padded", "averagePool", random(2, 7, 6, 2), [3, 2], stride=[2, 1], padding=[1, 1]),
        pooling("average of everything", "averagePool", random(2, 3, 4, 2), [3, 4]),
    ],
)


# Normalisations.
channels_first = lambda x: x if x.ndim == 2 else first(x)
channels_last = lambda x: x if x.ndim == 2 else last(x)


def batch_norm(name, *shape):
    """Two batches in training, one after the other, and then one with the statistics that they left."""
    channels = shape[-1]
    mean, variance = torch.zeros(channels), torch.ones(channels)
    cases = []
    for step in ["first batch", "second batch", "inference"]:
        training = step != "inference"
        before = mean.clone(), variance.clone()
        entry = case(
            f"{name}, {step}",
            "batchNorm",
            lambda x, gamma, beta: channels_last(
                F.batch_norm(channels_first(x), mean, variance, gamma, beta, training, momentum=0.1, eps=1e-5)
            ),
            {"x": random(*shape) * 2 + 1, "gamma": random(channels), "beta": random(channels)},
            {"training": training, "momentum": 0.1, "epsilon": 1e-5},
        )
        running = dict(zip(["meanBefore", "varianceBefore", "meanAfter", "varianceAfter"], [*before, mean, variance]))
        cases.append({**entry, "running": {key: plain(value) for key, value in running.items()}})
    return cases


def layer_norm(name, *shape):
    compute = lambda x, gamma, beta: F.layer_norm(x, shape[-1:], gamma, beta, eps=1e-5)
    inputs = {"x": random(*shape) * 2 + 1, "gamma": random(shape[-1]), "beta": random(shape[-1])}
    return case(name, "layerNorm", compute, inputs, {"epsilon": 1e-5})


# Activations, at their kinks too. PyTorch's softplus is u itself beyond a threshold: here there is none.
U = torch.tensor([-30.0, -5, -1.5, -1, -0.25, -1e-3, 0, 1e-3, 0.5, 1, 2.75, 6, 30])
ACTIVATIONS = {
    "gelu": (lambda u: F.gelu(u), {}),
    "silu": (lambda u: F.silu(u), {}),
    "elu": (lambda u: F.elu(u), {"alpha": 1}),
    "leakyRelu": (lambda u: F.leaky_relu(u), {"slope": 0.01}),
    "softplus": (lambda u: F.softplus(u, threshold=1e3), {}),
}
activations = [case(name, name, compute, {"u": U}, options) for name, (compute, options) in ACTIVATIONS.items()]

# Losses: means over all elements. Among the differences are 0, 1 and -1, where the slopes of L1 and Huber change.
PREDICTION = torch.tensor([[0.5, -2.0], [1.25, 3.0], [-0.75, 0.0], [4.0, 1.0]])
TRUTH = torch.tensor([[0.5, -1.0], [0.25, 5.5], [-1.0, 0.125], [1.0, 1.5]])
regression = {"yp": PREDICTION, "yt": TRUTH}
LABELS = torch.tensor([0, 2, 1, 2, 3, 0])
WEIGHTS = torch.tensor([1.0, 0.5, 2.0, 0.25])


def cross_entropy(name, smoothing, weighted):
    weight = WEIGHTS if weighted else None
    compute = lambda u, labels: F.cross_entropy(u, labels, weight=weight, label_smoothing=smoothing)
    options = {"labelSmoothing": smoothing, **({"classWeights": WEIGHTS.tolist()} if weighted else {})}
    return case(name, "crossEntropy", compute, {"u": random(6, 4) * 3, "labels": LABELS}, options, constants=["labels"])


write(
    SOURCES / "nn" / "testing" / "layers.json",
    [
        *batch_norm("batch norm of rows", 5, 3),
        *batch_norm("batch norm of images", 2, 3, 4, 2),
        layer_norm("layer norm of rows", 4, 5),
        layer_norm("layer norm of sequences", 2, 3, 4),
        *activations,
        case("Huber", "huber", lambda yp, yt: F.huber_loss(yp, yt, delta=1.0), regression, {"delta": 1}, ["yt"]),
        case("L1", "l1", lambda yp, yt: F.l1_loss(yp, yt), regression, {}, ["yt"]),
        cross_entropy("cross-entropy", 0.0, False),
        cross_entropy("cross-entropy with label smoothing", 0.1, False),
        cross_entropy("cross-entropy with class weights", 0.0, True),
        cross_entropy("cross-entropy with both", 0.1, True),
    ],
)
