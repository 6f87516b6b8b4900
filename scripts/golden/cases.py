"""How cases are written down, and the random tensors that they are tried on."""

import json
import math
from pathlib import Path

import numpy as np

SOURCES = Path(__file__).resolve().parent.parent.parent / "packages" / "kudari" / "src"
SOURCE = f"scripts/golden-numpy.py, NumPy {np.__version__}"
nan, inf = np.nan, np.inf
rng = np.random.default_rng(7)
np.seterr(all="ignore")

DTYPES = {"float64": "float64", "float32": "float32", "int32": "int32", "int64": "int32", "bool": "bool"}


def number(value):
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    value = value.item() if isinstance(value, np.generic) else value
    if isinstance(value, int):
        return value
    if math.isnan(value):
        return "nan"
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    if value == 0 and math.copysign(1, value) < 0:
        return "-0"
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def encode(value):
    if isinstance(value, (np.ndarray, np.generic)):
        array = np.asarray(value)
        return {
            "dtype": DTYPES[str(array.dtype)],
            "shape": list(array.shape),
            "data": [number(element) for element in array.ravel()],
        }
    if isinstance(value, (list, tuple)):
        return [encode(element) for element in value]
    if isinstance(value, dict):
        return {key: encode(element) for key, element in value.items()}
    if isinstance(value, slice):
        parts = [value.start, value.stop] + ([] if value.step is None else [value.step])
        return ":".join("" if part is None else str(part) for part in parts)
    if value is Ellipsis:
        return "..."
    if value is None or isinstance(value, str):
        return value
    return number(value)


def write(path, entries):
    lines = ",\n".join(json.dumps(entry) for entry in entries)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{"source": {json.dumps(SOURCE)},\n"cases": [\n{lines}\n]}}\n')
    print(f"{path.name}: {len(entries)} cases")


cases = []


def case(function, compute, *arguments, note="", within=None, differs=None, **options):
    """One call: Kudari's `function` and NumPy's `compute` are given the same arguments and options."""
    expected = np.asarray(compute(*arguments, **options))
    kinds = ", ".join(describe(argument) for argument in arguments)
    settings = "".join(f", {key}={value}" for key, value in options.items())
    entry = {
        "name": f"{function}({kinds}{settings}){' ' + note if note else ''}",
        "call": [function, *map(encode, arguments), *([encode(options)] if options else [])],
        "expected": encode(expected),
    }
    if within is None and expected.dtype.kind == "f" and function in ROUNDED:
        within = 1e-12 if expected.dtype == np.float64 else 1e-6
    if within:
        entry["within"] = within
    if differs:
        entry["differs"] = differs
    cases.append(entry)


def describe(argument):
    if isinstance(argument, np.ndarray):
        return f"{argument.dtype}{list(argument.shape)}"
    text = json.dumps(encode(argument))
    return text if len(text) < 30 else text[:27] + "..."


# The tensors to try: random floats, whole numbers, booleans; and the numbers where functions go wrong.
f64 = lambda *shape: np.round(rng.normal(size=shape) * 3, 3)
f32 = lambda *shape: f64(*shape).astype(np.float32)
i32 = lambda *shape: rng.integers(-9, 10, size=shape, dtype=np.int32)
boolean = lambda *shape: rng.integers(0, 2, size=shape).astype(bool)
# A vector, a matrix and a stack whose elements show where they were picked.
V, M, T = np.arange(10.0), np.arange(12.0).reshape(3, 4), np.arange(24, dtype=np.int32).reshape(2, 3, 4)
EDGES = np.array([nan, inf, -inf, 0.0, -0.0, 1.0, -1.0, 0.5, -2.5])
ROUNDED = set(
    """exp expm1 log log1p log2 log10 sin cos tan arcsin arccos arctan sinh cosh tanh power sigmoid softplus
    sum mean prod variance std cumsum matmul softmax logSumExp linspace arange""".split()
)
