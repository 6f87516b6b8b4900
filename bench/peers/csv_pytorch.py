"""PyTorch: `python csv_pytorch.py WORKLOAD-AS-JSON FILE` reads a CSV, splits, standardises, and fits a logistic model."""

import json
import os

import torch
import torch.nn.functional as F
from csv_table import read_table, workload

torch.set_num_threads(int(os.environ["PEER_THREADS"]))
table = torch.from_numpy(read_table())
order = torch.randperm(len(table), generator=torch.Generator().manual_seed(0))
held, kept = table[order[: len(table) // 5]], table[order[len(table) // 5 :]]
mean, deviation = kept[:, :-1].mean(0), kept[:, :-1].std(0, correction=0)
x, y = (kept[:, :-1] - mean) / deviation, kept[:, -1]
x_held, y_held = (held[:, :-1] - mean) / deviation, held[:, -1]
w, b = torch.zeros(x.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w, b], lr=workload["rate"])


def measured(x, y):
    with torch.no_grad():
        u = x @ w + b
        return {"loss": float(F.binary_cross_entropy_with_logits(u, y)), "accuracy": float(((u > 0) == (y > 0.5)).float().mean())}


losses = []
for _ in range(workload["epochs"]):
    for first in range(0, len(x), workload["batch"]):
        loss = F.binary_cross_entropy_with_logits(x[first : first + workload["batch"]] @ w + b, y[first : first + workload["batch"]])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
    validation = measured(x_held, y_held)
history = [float(value) for value in losses]
torch.save({"w": w, "b": b, "mean": mean, "deviation": deviation}, "/dev/null")
print(json.dumps({**validation, "training": measured(x, y)}))
