"""scikit-learn: `python csv_sklearn.py WORKLOAD-AS-JSON FILE` reads a CSV, splits, standardises, and fits a logistic model by the steps of the others."""

import json

import numpy as np
from csv_table import read_table, workload
from sklearn.metrics import accuracy_score, log_loss
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

table = read_table()
x_train, x_held, y_train, y_held = train_test_split(table[:, :-1], table[:, -1], test_size=0.2, random_state=0, stratify=table[:, -1])
scaler = StandardScaler().fit(x_train)
x_train, x_held = scaler.transform(x_train), scaler.transform(x_held)
# `SGDClassifier` steps after every row; here it is a step a batch, as in the other programs.
w, b, rate, history = np.zeros(x_train.shape[1], np.float32), np.float32(0), np.float32(workload["rate"]), []
for _ in range(workload["epochs"]):
    for first in range(0, len(x_train), workload["batch"]):
        x, yt = x_train[first : first + workload["batch"]], y_train[first : first + workload["batch"]]
        u = x @ w + b
        history.append(np.mean(np.logaddexp(0, u) - yt * u))
        yd = (1 / (1 + np.exp(-u)) - yt) / np.float32(len(x))
        w, b = w - rate * (x.T @ yd), b - rate * yd.sum()
    p = 1 / (1 + np.exp(-(x_held @ w + b)))
    measured = {"loss": log_loss(y_held, p), "accuracy": accuracy_score(y_held, p > 0.5)}
p = 1 / (1 + np.exp(-(x_train @ w + b)))
measured["training"] = {"loss": log_loss(y_train, p), "accuracy": accuracy_score(y_train, p > 0.5)}
np.savez("/dev/null", w=w, b=b, mean=scaler.mean_, deviation=scaler.scale_)
print(json.dumps(measured))
