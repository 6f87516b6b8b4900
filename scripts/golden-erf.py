"""The error function: prints the polynomials that Kudari computes it with, and writes the values that tests hold it to.

    python scripts/golden-erf.py        (needs mpmath; the tests themselves need no Python)

- printed: the coefficients in packages/kudari/src/tensor/functions.ts and packages/kudari/kernels/error.ts, lowest power last. Each polynomial goes through the
  function at Chebyshev's points, which is all but as close as a polynomial of that degree can be.
- packages/kudari/src/tensor/testing/erf-cases.json: [x, erf(x)], correctly rounded to float64
"""

import json
import random
from pathlib import Path

import mpmath
from mpmath import cos, erf, erfc, exp, lu_solve, matrix, mp, mpf, pi, sqrt

mp.dps = 60
random.seed(7)
SOURCES = Path(__file__).resolve().parent.parent / "packages" / "kudari" / "src"
MIDDLE = mpf("2.5")


def interpolate(function, low, high, degree):
    """The coefficients of the polynomial through the function at Chebyshev's points, lowest power first."""
    points = [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * k + 1) / (2 * degree + 2)) for k in range(degree + 1)]
    powers = matrix([[point**power for power in range(degree + 1)] for point in points])
    return lu_solve(powers, matrix([function(point) for point in points]))


def near_zero(z):
    """erf(x) / x - 1 with z = x^2."""
    return erf(sqrt(z)) / sqrt(z) - 1


def beyond_one(u):
    """erfc(x) exp(x^2) with u = (x - 2.5) / (x + 2.5)."""
    x = MIDDLE * (1 + u) / (1 - u)
    return erfc(x) * exp(x * x)


def place(x):
    return (x - MIDDLE) / (x + MIDDLE)


for name, coefficients in {
    "erf(x) / x - 1 in z = x^2, x to 1": interpolate(near_zero, mpf(0), mpf(1), 12),
    "erfc(x) exp(x^2) in u = (x - 2.5) / (x + 2.5), x from 1 to 6": interpolate(beyond_one, place(mpf(1)), place(mpf(6)), 15),
    "float32: erf(x) / x - 1 in z = x^2, x to 1": interpolate(near_zero, mpf(0), mpf(1), 6),
    "float32: erfc(x) exp(x^2) in u = (x - 2.5) / (x + 2.5), x from 1 to 4": interpolate(beyond_one, place(mpf(1)), place(mpf(4)), 6),
}.items():
    print(name, *(repr(float(c)) for c in reversed(list(coefficients))), sep="\n    ")

# All magnitudes, the whole range where erf changes, and both sides of where the formula changes.
points = [random.choice([1, -1]) * random.uniform(1, 2) * 2.0 ** random.randint(-1074, -1) for _ in range(80)]
points += [random.uniform(-6.5, 6.5) for _ in range(200)] + [random.uniform(0.7, 1.4) for _ in range(120)]
points += [edge * (1 + random.uniform(-1e-6, 1e-6)) for edge in (1, -1, 6, -6, 5.9) for _ in range(8)]
cases = [[x, float(erf(mpf(x)))] for x in [0.0, 1.0, -1.0, 0.5, 2.0, 3.0, 5e-324, 1e300, *points]]
path = SOURCES / "tensor" / "testing" / "erf-cases.json"
source = f"scripts/golden-erf.py, mpmath {mpmath.__version__}"
path.write_text(f'{{"source": {json.dumps(source)},\n"cases": [\n' + ",\n".join(map(json.dumps, cases)) + "\n]}\n")
