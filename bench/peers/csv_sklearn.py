"""scikit-learn: `python csv_sklearn.py WORKLOAD-AS-JSON FILE` reads a CSV, splits, standardises, and fits a logistic model by SGD."""

import json
import sys

import numpy as np
import pandas
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import accuracy_score, log_loss
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

workload = json.loads(sys.argv[1])
table = pandas.read_csv(sys.argv[2], dtype=np.float32)
x, y = table.drop(columns="y").to_numpy(), table["y"].to_numpy().astype(np.int32)
x_train, x_held, y_train, y_held = train_test_split(x, y, test_size=0.2, random_state=0, stratify=y)
scaler = StandardScaler().fit(x_train)
x_train, x_held = scaler.transform(x_train), scaler.transform(x_held)
# The same number of passes over the rows; scikit-learn steps after every row.
model = SGDClassifier(loss="log_loss", alpha=0, learning_rate="constant", eta0=workload["rate"] / 100, max_iter=workload["epochs"], tol=None, random_state=0)
model.fit(x_train, y_train)
p = model.predict_proba(x_held)
print(json.dumps({"accuracy": accuracy_score(y_held, p[:, 1] > 0.5), "logLoss": log_loss(y_held, p)}))
