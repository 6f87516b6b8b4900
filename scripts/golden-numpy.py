"""Writes what NumPy computes, prints and draws, as the JSON files that Kudari's tests are held to.

    python scripts/golden-numpy.py        (NumPy 2.4 or later; the tests themselves need no Python)

- packages/kudari/src/ops/testing/numpy-cases.json: {name, call: [function, argument, ...], expected, within?, differs?}
- packages/kudari/src/tensor/testing/print-cases.json: {tensor, str, repr}
- packages/kudari/src/tensor/testing/random-cases.json: {seed, bits, uniform}

A tensor is written as {dtype, shape, data}; NaN, infinities and -0 as texts. `within` is the relative tolerance of
results that are rounded; without it they must agree exactly. `differs` says why Kudari departs from NumPy on purpose;
`expected` is then what Kudari should give.
"""

import warnings

warnings.simplefilter("ignore", RuntimeWarning)  # means of nothing, and other edges that are tried on purpose

from golden import elementwise, reductions, making, picking, printing, randomness  # noqa: E402, F401 (they add cases)
from golden.cases import SOURCES, cases, write  # noqa: E402

write(SOURCES / "ops" / "testing" / "numpy-cases.json", cases)
write(SOURCES / "tensor" / "testing" / "print-cases.json", printing.cases)
write(SOURCES / "tensor" / "testing" / "random-cases.json", randomness.cases)
