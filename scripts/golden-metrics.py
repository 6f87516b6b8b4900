"""Writes packages/kudari/src/metrics/testing/golden.ts: measures computed by scikit-learn for the tests.

Run from anywhere with scikit-learn installed: python scripts/golden-metrics.py
"""
import json
import pathlib

import numpy as np
import sklearn
from sklearn import metrics

random = np.random.default_rng(2019)


def regression(name, yt, yp):
    yt, yp = np.asarray(yt, float), np.asarray(yp, float)
    expected = {
        "mse": metrics.mean_squared_error(yt, yp),
        "rmse": metrics.root_mean_squared_error(yt, yp),
        "mae": metrics.mean_absolute_error(yt, yp),
        "r2": metrics.r2_score(yt, yp),
    }
    return {"name": name, "yt": yt.tolist(), "yp": yp.tolist(), "expected": expected}


def classification(name, yt, probabilities):
    yt, p = np.asarray(yt), np.asarray(probabilities, float)
    classes = 2 if p.ndim == 1 else p.shape[1]
    labels = list(range(classes))
    yp = (p > 0.5).astype(int) if p.ndim == 1 else p.argmax(axis=1)
    scores = metrics.precision_recall_fscore_support(yt, yp, labels=labels, zero_division=0)
    macro = metrics.precision_recall_fscore_support(yt, yp, labels=labels, average="macro", zero_division=0)
    keys = ["precision", "recall", "f1", "support"]
    expected = {
        "accuracy": metrics.accuracy_score(yt, yp),
        "logLoss": metrics.log_loss(yt, p, labels=labels),
        "perClass": [dict(zip(keys, of_class)) for of_class in zip(*(each.tolist() for each in scores))],
        "macro": dict(zip(keys, macro[:3])),
        "confusion": metrics.confusion_matrix(yt, yp, labels=labels).tolist(),
    }
    if classes == 2:
        expected["rocAuc"] = metrics.roc_auc_score(yt, p if p.ndim == 1 else p[:, 1])
    return {"name": name, "yt": yt.tolist(), "probabilities": p.tolist(), "expected": expected}


truth = random.normal(50, 10, 12).round(2)
golden = {
    "regression": [
        regression("twelve rows", truth, truth + random.normal(0, 3, 12).round(2)),
        regression("worse than the mean", [1, 2, 3], [9, 9, -9]),
        regression("perfect", [1, 2, 3], [1, 2, 3]),
        regression("constant truth, wrong", [5, 5, 5], [5, 5, 6]),
        regression("constant truth, perfect", [5, 5, 5], [5, 5, 5]),
    ],
    "classification": [
        classification("two classes, one column", random.integers(0, 2, 30), random.uniform(0, 1, 30).round(3)),
        classification("many ties", [0, 0, 1, 1, 0, 1, 1, 0], [0.5, 0.2, 0.5, 0.9, 0.2, 0.2, 0.9, 0.9]),
        classification("two columns", [0, 1, 1, 0], [[0.9, 0.1], [0.4, 0.6], [0.7, 0.3], [0.45, 0.55]]),
        classification("certain and wrong", [0, 1, 1], [1.0, 1.0, 0.0]),
        classification("three classes", random.integers(0, 3, 30), random.dirichlet([1, 1, 1], 30)),
        classification("a class never predicted", [0, 1, 0], [[0.8, 0.1, 0.1], [0.6, 0.3, 0.1], [0.2, 0.1, 0.7]]),
        classification("a class never there", [0, 0, 2], [[0.8, 0.1, 0.1], [0.2, 0.5, 0.3], [0.2, 0.1, 0.7]]),
    ],
}

lines = [f"/** Measures computed by scikit-learn {sklearn.__version__}; written by scripts/golden-metrics.py. */"]
lines.append("export const golden = {")
for kind, cases in golden.items():
    lines.append(f"  {kind}: [")
    for case in cases:
        lines.append("    {")
        lines += [f"      {key}: {json.dumps(value)}," for key, value in case.items()]
        lines.append("    },")
    lines.append("  ],")
lines.append("}")
root = pathlib.Path(__file__).resolve().parent.parent
(root / "packages/kudari/src/metrics/testing/golden.ts").write_text("\n".join(lines) + "\n")
