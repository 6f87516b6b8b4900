"""PyTorch: `python csv_pytorch.py WORKLOAD-AS-JSON FILE` reads a CSV with pandas, splits, standardises, and fits a logistic model."""

import json
import sys

import numpy as np
import pandas
import torch
import torch.nn.functional as F

workload = json.loads(sys.argv[1])
torch.set_num_threads(2)
table = torch.from_numpy(pandas.read_csv(sys.argv[2], dtype=np.float32).to_numpy())
order = torch.randperm(len(table), generator=torch.Generator().manual_seed(0))
held, kept = table[order[: len(table) // 5]], table[order[len(table) // 5 :]]
mean, deviation = kept[:, :-1].mean(0), kept[:, :-1].std(0, correction=0)
x, y = (kept[:, :-1] - mean) / deviation, kept[:, -1]
x_held, y_held = (held[:, :-1] - mean) / deviation, held[:, -1]
w, b = torch.zeros(x.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w, b], lr=workload["rate"])
losses = []
for _ in range(workload["epochs"]):
    for first in range(0, len(x), workload["batch"]):
        loss = F.binary_cross_entropy_with_logits(x[first : first + workload["batch"]] @ w + b, y[first : first + workload["batch"]])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.detach())
    with torch.no_grad():
        u = x_held @ w + b
        measured = {"logLoss": float(F.binary_cross_entropy_with_logits(u, y_held)), "accuracy": float(((u > 0) == (y_held > 0.5)).float().mean())}
torch.save({"w": w, "b": b, "mean": mean, "deviation": deviation}, "/dev/null")
print(json.dumps({"loss": [float(value) for value in losses][-1], **measured}))
