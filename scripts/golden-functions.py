"""Values of exponentials and logarithms, correctly rounded to float64 by mpmath with 60 digits: `python golden-functions.py > FILE`.

The file is packages/kudari/src/run/wasm/testing/functions.json; tests hold the SIMD kernels to it. Needs mpmath.
"""

import json
import random
import struct

from mpmath import mp, mpf

mp.dps = 60
random.seed(7)


def log1p(x):
    return mp.log1p(x)


def softplus(u):
    return u + mp.log1p(mp.exp(-u)) if u > 0 else mp.log1p(mp.exp(u))


def sigmoid(u):
    return 1 / (1 + mp.exp(-u))


def around(*centres):
    """Numbers near the places where a range reduction changes, on both sides."""
    return [centre * (1 + random.uniform(-1e-6, 1e-6)) for centre in centres for _ in range(4)]


def spread(low, high, count, signs=(1, -1)):
    """Numbers of all magnitudes between two powers of two."""
    return [random.choice(signs) * random.uniform(1, 2) * 2.0 ** random.randint(low, high) for _ in range(count)]


LN2 = 0.6931471805599453
functions = {
    "exp": (mp.exp, spread(-40, 9, 160) + around(LN2 / 2, -LN2 / 2, 1.5 * LN2, 709.7, -708.3, -744.0)),
    "expm1": (mp.expm1, spread(-60, 9, 160) + around(LN2 / 2, -LN2 / 2, 1.5 * LN2, 709.7, -37.0)),
    "log": (mp.log, spread(-1070, 1022, 120, (1,)) + spread(-1, 1, 60, (1,)) + around(2**0.5, 0.5**0.5, 1.0)),
    "log1p": (log1p, spread(-60, 1000, 100, (1,)) + spread(-50, -1, 80) + [-random.random() for _ in range(40)] + around(2**0.5 - 1, 0.5**0.5 - 1, 1.0)),
    "log2": (lambda x: mp.log(x, 2), spread(-1070, 1022, 120, (1,)) + spread(-1, 1, 60, (1,)) + around(2**0.5, 1.0)),
    "log10": (mp.log10, spread(-1070, 1022, 120, (1,)) + spread(-1, 1, 60, (1,)) + around(2**0.5, 1.0)),
    "tanh": (mp.tanh, spread(-60, 4, 180) + around(0.625, LN2 / 4, 20.0)),
    "sigmoid": (sigmoid, spread(-30, 9, 160) + around(LN2 / 2, -LN2 / 2, -700.0, 36.0)),
    "softplus": (softplus, spread(-30, 9, 160) + around(-0.8813735870195429, 0.8813735870195429, -700.0, 36.0)),
    "erf": (mp.erf, spread(-60, 3, 160) + [random.uniform(-6.5, 6.5) for _ in range(80)] + around(1.0, -1.0, 6.0, 5.9)),
}

golden = {}
for name, (function, points) in functions.items():
    pairs = []
    for x in points:
        y = float(function(mpf(x)))
        if y == y and abs(y) != float("inf") and (y == 0 or abs(y) > 1e-307):
            pairs.append([x, y])
    golden[name] = pairs
print(json.dumps(golden))
