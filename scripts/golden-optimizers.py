"""Writes packages/kudari/src/optim/testing/*.json: what PyTorch's optimisers, schedulers and clipping give, for the tests.

Run from anywhere with PyTorch installed: python scripts/golden-optimizers.py
"""
import json
import pathlib
import warnings

import torch
from torch.optim import lr_scheduler

# Schedulers are stepped without an optimiser's step between: only the learning rates are looked at.
warnings.filterwarnings("ignore", category=UserWarning)

testing = pathlib.Path(__file__).resolve().parent.parent / "packages/kudari/src/optim/testing"
torch.set_default_dtype(torch.float64)

INITIAL = {"W": [[0.9, -1.3], [0.4, 2.1], [-0.7, 0.05]], "b": [0.6, -1.1]}
CURVATURE = [[1.0, 0.5], [3.0, 0.2], [0.1, 2.0]]
STEPS = [1, 2, 3, 4, 5, 10, 20, 30, 40, 50, 60]


def loss_of(W, b):
    """A quadratic in W and a quartic in W + b."""
    return (torch.tensor(CURVATURE) * W**2).sum() / 2 + ((W + b) ** 4).sum() / 4


def trajectory(optimizer_class, learning_rate, **options):
    W, b = (torch.tensor(INITIAL[name], requires_grad=True) for name in ("W", "b"))
    optimizer = optimizer_class([W, b], lr=learning_rate, **options)
    states = []
    for step in range(1, STEPS[-1] + 1):
        optimizer.zero_grad()
        loss_of(W, b).backward()
        optimizer.step()
        if step in STEPS:
            states.append({"W": W.tolist(), "b": b.tolist()})
    return states


def optimizer_case(specification, learning_rate, optimizer_class, **options):
    states = trajectory(optimizer_class, learning_rate, **options)
    return {"specification": specification, "learningRate": learning_rate, "states": states}


SGD, Adagrad, RMSprop, Adam, AdamW = (
    getattr(torch.optim, name) for name in ("SGD", "Adagrad", "RMSprop", "Adam", "AdamW")
)
optimizers = [
    optimizer_case({"type": "gradient-descent"}, 0.03, SGD),
    optimizer_case({"type": "sgd"}, 0.03, SGD),
    optimizer_case({"type": "sgd", "weightDecay": 0.1}, 0.03, SGD, weight_decay=0.1),
    optimizer_case({"type": "sgd", "momentum": 0.9}, 0.01, SGD, momentum=0.9),
    optimizer_case({"type": "sgd", "momentum": 0.9, "nesterov": True}, 0.01, SGD, momentum=0.9, nesterov=True),
    optimizer_case({"type": "sgd", "momentum": 0.9, "dampening": 0.3}, 0.01, SGD, momentum=0.9, dampening=0.3),
    optimizer_case(
        {"type": "sgd", "momentum": 0.8, "nesterov": True, "weightDecay": 0.05},
        0.01,
        SGD,
        momentum=0.8,
        nesterov=True,
        weight_decay=0.05,
    ),
    optimizer_case({"type": "adagrad"}, 0.1, Adagrad),
    optimizer_case(
        {"type": "adagrad", "epsilon": 0.01, "learningRateDecay": 0.05, "weightDecay": 0.1},
        0.2,
        Adagrad,
        eps=0.01,
        lr_decay=0.05,
        weight_decay=0.1,
    ),
    optimizer_case({"type": "rmsprop"}, 0.01, RMSprop),
    optimizer_case({"type": "rmsprop", "smoothing": 0.9, "centered": True}, 0.01, RMSprop, alpha=0.9, centered=True),
    optimizer_case(
        {"type": "rmsprop", "smoothing": 0.9, "epsilon": 0.001, "momentum": 0.5, "centered": True, "weightDecay": 0.1},
        0.01,
        RMSprop,
        alpha=0.9,
        eps=0.001,
        momentum=0.5,
        centered=True,
        weight_decay=0.1,
    ),
    optimizer_case({"type": "rmsprop", "momentum": 0.9}, 0.001, RMSprop, momentum=0.9),
    optimizer_case({"type": "adam"}, 0.05, Adam),
    optimizer_case({"type": "adam", "amsgrad": True}, 0.3, Adam, amsgrad=True),
    optimizer_case(
        {"type": "adam", "betas": [0.8, 0.9], "epsilon": 0.01, "weightDecay": 0.1},
        0.05,
        Adam,
        betas=(0.8, 0.9),
        eps=0.01,
        weight_decay=0.1,
    ),
    optimizer_case({"type": "adamw"}, 0.05, AdamW),
    optimizer_case({"type": "adamw", "weightDecay": 0}, 0.05, AdamW, weight_decay=0),
    optimizer_case({"type": "adamw", "weightDecay": 0.3, "amsgrad": True}, 0.3, AdamW, weight_decay=0.3, amsgrad=True),
]


def new_optimizer(learning_rate):
    return SGD([torch.zeros(1)], lr=learning_rate)


def rates_by_step(optimizer, scheduler, steps, every=1):
    """The learning rate of every step; the scheduler is stepped after every `every` of them."""
    rates = []
    for step in range(1, steps + 1):
        rates.append(optimizer.param_groups[0]["lr"])
        if step % every == 0 and step < steps:
            scheduler.step()
    return rates


def schedule_case(specification, learning_rate, iterations, steps_per_epoch, schedule, every=1):
    optimizer = new_optimizer(learning_rate)
    rates = rates_by_step(optimizer, schedule(optimizer), iterations, every)
    run = {"learningRate": learning_rate, "iterations": iterations, "stepsPerEpoch": steps_per_epoch}
    return {"specification": specification, "run": run, "rates": rates}


def cosine(iterations, warmup=0, final=0.0):
    """LinearLR from 1 / (warmup + 1) to 1 in `warmup` steps, then CosineAnnealingLR over all steps that are left."""

    def schedule(optimizer):
        (learning_rate,) = (group["lr"] for group in optimizer.param_groups)
        down = {"T_max": iterations - warmup, "eta_min": final * learning_rate}
        if warmup == 0:
            return lr_scheduler.CosineAnnealingLR(optimizer, **down)
        up = lr_scheduler.LinearLR(optimizer, start_factor=1 / (warmup + 1), total_iters=warmup)
        return lr_scheduler.SequentialLR(
            optimizer, [up, lr_scheduler.CosineAnnealingLR(optimizer, **down)], milestones=[warmup]
        )

    return schedule


schedules = [
    schedule_case(
        {"type": "step", "every": 2, "factor": 0.5}, 0.1, 25, 3, lambda o: lr_scheduler.StepLR(o, 2, gamma=0.5), every=3
    ),
    schedule_case({"type": "step", "every": 3}, 0.2, 20, 2, lambda o: lr_scheduler.StepLR(o, 3), every=2),
    schedule_case(
        {"type": "exponential", "factor": 0.95}, 0.1, 40, 4, lambda o: lr_scheduler.ExponentialLR(o, 0.95), every=4
    ),
    schedule_case({"type": "cosine"}, 0.3, 30, 10, cosine(30)),
    schedule_case({"type": "cosine", "final": 0.1}, 0.3, 30, 10, cosine(30, final=0.1)),
    schedule_case({"type": "cosine", "warmup": 1}, 0.3, 30, 10, cosine(30, warmup=10)),
    schedule_case({"type": "cosine", "warmup": 0.5, "final": 0.01}, 0.3, 41, 8, cosine(41, warmup=4, final=0.01)),
    *(
        schedule_case(
            {"type": "one-cycle"}, 0.1, steps, 7, lambda o, steps=steps: lr_scheduler.OneCycleLR(o, 0.1, total_steps=steps)
        )
        for steps in (1, 2, 3, 10, 50, 77)
    ),
]

LOSSES = [1.0, 0.8, 0.79999, 0.7, 0.7, 0.71, 0.6999, 0.69994, 0.5, 0.6, float("nan"), 0.6, 0.6, 0.6, 0.6, 0.4]
LOSSES += [0.4] * 12 + [float("inf"), 0.39, 0.39, 0.39, 0.39] + [0.39] * 10


def plateau_case(specification, learning_rate, **options):
    optimizer = new_optimizer(learning_rate)
    scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, **options)
    rates = []
    for loss in LOSSES:
        scheduler.step(loss)
        rates.append(optimizer.param_groups[0]["lr"])
    return {"specification": specification, "learningRate": learning_rate, "rates": rates}


plateaus = {
    # JSON has no NaN and no infinity.
    "losses": [str(loss) for loss in LOSSES],
    "cases": [
        plateau_case({"type": "plateau"}, 0.1),
        plateau_case({"type": "plateau", "patience": 2, "factor": 0.5}, 0.1, patience=2, factor=0.5),
        plateau_case({"type": "plateau", "patience": 0}, 1e-5, patience=0),
    ],
}


def clipping_case(how, limit, gradients):
    tensors = [torch.zeros(torch.tensor(g).shape, requires_grad=True) for g in gradients]
    for tensor, gradient in zip(tensors, gradients):
        tensor.grad = torch.tensor(gradient)
    {"norm": torch.nn.utils.clip_grad_norm_, "value": torch.nn.utils.clip_grad_value_}[how](tensors, limit)
    clipped = [tensor.grad.tolist() for tensor in tensors]
    return {"how": how, "limit": limit, "gradients": gradients, "clipped": clipped}


SMALL, LARGE = [[[0.1, -0.2], [0.05, 0.0]], [0.3]], [[[3.0, -4.0], [0.5, 12.0]], [-84.0]]
clipping = [clipping_case(how, limit, g) for how in ("norm", "value") for limit in (0.1, 1.0) for g in (SMALL, LARGE)]

golden = {
    "optimizers": {"initial": INITIAL, "curvature": CURVATURE, "steps": STEPS, "cases": optimizers},
    "schedules": {"planned": schedules, "plateaus": plateaus},
    "clipping": clipping,
}
for name, content in golden.items():
    text = json.dumps({"source": f"PyTorch {torch.__version__}, by scripts/golden-optimizers.py", name: content})
    (testing / f"{name}.json").write_text(text + "\n")
