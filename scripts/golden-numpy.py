"""Writes what NumPy computes, prints and draws, as the JSON files that Kudari's tests are held to.

    python scripts/golden-numpy.py        (NumPy 2.4 or later; the tests themselves need no Python)

- packages/kudari/src/ops/testing/numpy-cases.json: {name, call: [function, argument, ...], expected, within?, differs?}
- packages/kudari/src/tensor/testing/print-cases.json: {tensor, str, repr}
- packages/kudari/src/tensor/testing/random-cases.json: {seed, bits, uniform}

A tensor is written as {dtype, shape, data}; NaN, infinities and -0 as texts. `within` is the relative tolerance of
results that are rounded; without it they must agree exactly. `differs` says why Kudari departs from NumPy on purpose;
`expected` is then what Kudari should give.
"""

import json
import math
from pathlib import Path

import numpy as np

SOURCES = Path(__file__).resolve().parent.parent / "packages" / "kudari" / "src"
SOURCE = f"scripts/golden-numpy.py, NumPy {np.__version__}"
nan, inf = np.nan, np.inf
rng = np.random.default_rng(7)
np.seterr(all="ignore")

# ---------------------------------------------------------------------------------------------------- writing

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


# ------------------------------------------------------------------------------------------- the tensors to try

f64 = lambda *shape: np.round(rng.normal(size=shape) * 3, 3)
f32 = lambda *shape: f64(*shape).astype(np.float32)
i32 = lambda *shape: rng.integers(-9, 10, size=shape, dtype=np.int32)
boolean = lambda *shape: rng.integers(0, 2, size=shape).astype(bool)
EDGES = np.array([nan, inf, -inf, 0.0, -0.0, 1.0, -1.0, 0.5, -2.5])
ROUNDED = set(
    """exp expm1 log log1p log2 log10 sin cos tan arcsin arccos arctan sinh cosh tanh power sigmoid softplus
    sum mean prod variance std cumsum matmul softmax logSumExp linspace arange""".split()
)

# ------------------------------------------------------------------------------------------------- elementwise

sigmoid = lambda u: (1 / (1 + np.exp(-u))).astype(u.dtype)
UNARY = {
    "negative": np.negative, "square": np.square, "exp": np.exp, "expm1": np.expm1, "log": np.log,
    "log1p": np.log1p, "log2": np.log2, "log10": np.log10, "sqrt": np.sqrt, "sin": np.sin, "cos": np.cos,
    "tan": np.tan, "arcsin": np.arcsin, "arccos": np.arccos, "arctan": np.arctan, "sinh": np.sinh,
    "cosh": np.cosh, "tanh": np.tanh, "abs": np.abs, "sign": np.sign, "floor": np.floor, "ceil": np.ceil,
    "round": np.round, "isnan": np.isnan, "isfinite": np.isfinite, "sigmoid": sigmoid,
    "softplus": lambda u: np.logaddexp(u.dtype.type(0), u), "relu": lambda u: np.maximum(u, u.dtype.type(0)),
    "logicalNot": np.logical_not,
}  # fmt: skip
FLOATS_ONLY = {"sigmoid", "softplus"}
HALVES = np.array([0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.49999999999999994, -0.3, 4503599627370497.5, 1e300])

for name, compute in UNARY.items():
    positive = name in {"log", "log1p", "log2", "log10", "sqrt"}
    small = name in {"arcsin", "arccos"}
    shape_input = lambda x: np.abs(x) + 0.25 if positive else np.clip(x / 9, -1, 1) if small else x
    case(name, compute, shape_input(f64(2, 3)))
    case(name, compute, shape_input(f32(4)).astype(np.float32))
    edges = EDGES[[0, 1, 2, 3, 5, 6, 7, 8]] if name == "relu" else EDGES
    case(name, compute, edges, note="at the edges")
    case(name, compute, np.zeros((0, 3)), note="of nothing")
    if name not in FLOATS_ONLY:
        case(name, compute, np.abs(i32(5)) + np.int32(1) if positive else np.sign(i32(5)) if small else i32(5))
case("round", np.round, HALVES, note="halves to even")
case("floor", np.floor, HALVES)
case("ceil", np.ceil, HALVES)
case("logicalNot", np.logical_not, boolean(4))
case("abs", np.abs, boolean(4))
case("softplus", lambda u: np.logaddexp(0, u), np.array([-800.0, -40.0, 0.0, 40.0, 800.0]), note="does not overflow")
case("sigmoid", lambda u: 1 / (1 + np.exp(-u)), np.array([-700.0, -40.0, 0.0, 40.0, 800.0]), note="does not overflow")
TRUTHS = np.array([True, False])
case("exp", lambda x: np.exp(x.astype(float)), TRUTHS, differs="NumPy gives float16, which Kudari does not have")
case("square", lambda x: np.square(x.astype(np.int32)), TRUTHS, differs="NumPy gives int8, which Kudari does not have")
case("sign", lambda x: x, TRUTHS, differs="NumPy refuses; a boolean is its own sign")

BINARY = {
    "add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide,
    "floorDivide": np.floor_divide, "mod": np.mod, "power": np.power, "maximum": np.maximum, "minimum": np.minimum,
    "equal": np.equal, "notEqual": np.not_equal, "less": np.less, "lessEqual": np.less_equal,
    "greater": np.greater, "greaterEqual": np.greater_equal, "logicalAnd": np.logical_and,
    "logicalOr": np.logical_or, "logicalXor": np.logical_xor,
}  # fmt: skip
for name, compute in BINARY.items():
    positive = (lambda x: np.abs(x) + x.dtype.type(1)) if name == "power" else (lambda x: x)
    a, b = np.meshgrid(EDGES, EDGES) if name not in {"maximum", "minimum"} else np.meshgrid(EDGES[[0, 1, 2, 3, 5, 8]], EDGES[:4])
    case(name, compute, a.ravel(), b.ravel(), note="at the edges")
    case(name, compute, positive(f64(2, 3)), f64(3), note="broadcast a row")
    case(name, compute, positive(f64(2, 1)), f64(1, 3), note="broadcast both")
    case(name, compute, positive(f64(2, 3)), np.array(2.0), note="beside a 0-d tensor")
    case(name, compute, positive(f64(3)), 2, note="beside a number")
    case(name, compute, 2.5, np.abs(f64(3)), note="after a number")
    case(name, compute, positive(f32(3)), 2.5)
    case(name, compute, positive(f32(3)), f32(2, 3))
    case(name, compute, i32(6), np.abs(i32(6)), note="whole numbers")
    case(name, compute, i32(6), 3)
    case(name, compute, positive(i32(6)), 2.5, note="a fraction beside whole numbers")
    case(name, compute, positive(f32(3)), np.abs(i32(3)), note="promotes to float64")
    case(name, compute, positive(f32(3)), boolean(3))
    case(name, compute, np.zeros((0, 3)), f64(3), note="of nothing")
    if name in {"subtract"}:
        continue
    elif name in {"power", "floorDivide", "mod"}:
        case(name, lambda a, b: compute(a.astype(np.int32), b.astype(np.int32)), boolean(4), boolean(4),
             differs="NumPy gives int8, which Kudari does not have")  # fmt: skip
    else:
        case(name, compute, boolean(4), boolean(4), note="booleans")
case("add", np.add, boolean(4), 1)
case("add", np.add, boolean(4), 1.5)
case("floorDivide", np.floor_divide, np.array([7, -7, 7, -7, 0], np.int32), np.array([2, 2, -2, 0, 0], np.int32))
case("floorDivide", np.floor_divide, np.array([1.0, 6.0, -1.0, 0.3]), 0.1, note="0.1 is more than a tenth")
case("mod", np.mod, np.array([7, -7, 7, -7, 5], np.int32), np.array([3, 3, -3, -3, 0], np.int32))
case("mod", np.mod, np.array([4.0, -4.0, 4.0, -1.0, 1.0]), np.array([2.0, 2.0, -2.0, inf, -inf]))
case("multiply", np.multiply, np.array([2000000011, -7], np.int32), np.array([2000000033, 3], np.int32), note="wraps")
case("square", np.square, np.array([2000000011], np.int32), note="wraps")
case("power", np.power, np.array([3, -3, 2, 7, 0], np.int32), np.array([19, 21, 31, 30, 0], np.int32), note="wraps")
case("add", np.add, np.array([2147483647], np.int32), 1, note="wraps")
case("where", np.where, boolean(2, 3), f64(2, 3), f64(3))
case("where", np.where, boolean(3, 1), f32(1, 2), i32(3, 1))
case("where", np.where, i32(4), i32(4), boolean(4), note="anything but 0 is true")
case("where", np.where, boolean(3), f32(3), 0)
case("where", np.where, boolean(3), np.zeros((0, 3)), 1.0)
case("where", lambda c, a, b: np.where(c, float(a), float(b)), boolean(3), 1, 2, differs="plain numbers make float64")

# --------------------------------------------------------------------------------------------------- reductions

REDUCTIONS = {"sum": np.sum, "mean": np.mean, "prod": np.prod, "max": np.max, "min": np.min, "any": np.any,
              "all": np.all, "variance": np.var, "std": np.std}  # fmt: skip
for name, compute in REDUCTIONS.items():
    case(name, compute, f64(2, 3))
    case(name, compute, f64(2, 3), keepdims=True)
    case(name, compute, np.array(2.5), note="of one number")
    for axis in (0, 1, -1, (0, 2), (2, 0), (-1, -2), (0, 1, 2)):
        case(name, compute, f64(2, 3, 4), axis=axis)
    case(name, compute, f64(2, 3, 4), axis=1, keepdims=True)
    case(name, compute, f64(2, 3, 4), axis=(0, -1), keepdims=True)
    case(name, compute, f64(2, 2), axis=(), note="of no axis")
    case(name, compute, f32(2, 3), axis=0)
    case(name, compute, np.abs(i32(2, 3)), axis=1)
    case(name, compute, np.array([[1, nan], [2, 3], [inf, 1]]), axis=0, note="with NaN and infinity")
    if name not in {"mean", "variance", "std"}:
        case(name, compute, boolean(3, 2), axis=0)
    if name not in {"max", "min"}:
        case(name, compute, np.zeros((0, 3)), note="of nothing")
        case(name, compute, np.zeros((0, 3)), axis=0, note="of nothing")
    case(name, compute, np.zeros((0, 3)), axis=1, note="nothing to reduce")
case("mean", np.mean, boolean(5))
case("any", np.any, np.array([[0.0, nan], [0.0, -0.0]]), axis=1, note="NaN is not 0")
for ddof in (0, 1, 2, 6):
    case("variance", np.var, f64(5), ddof=ddof)
    case("std", np.std, f64(4, 3), axis=0, ddof=ddof)
case("variance", np.var, f64(2, 3), axis=1, ddof=1, keepdims=True)
for x in (f64(2, 3), f32(2, 3), i32(2, 3), boolean(2, 3), np.zeros((0, 2)), np.array([1, nan, 2])):
    case("cumsum", np.cumsum, x)
    case("cumsum", np.cumsum, x, axis=0)
    case("cumsum", np.cumsum, x, axis=-1)
case("cumsum", np.cumsum, f64(2, 3, 2), axis=1)

# -------------------------------------------------------------------------------------------------------- order

TIES = np.array([3, 1, 2, 3, 1, 1, 2.0])
WILD = np.array([2, nan, -inf, inf, -0.0, 0.0, nan, -1, inf, -inf])
stable_argsort = lambda x, axis=-1: np.argsort(x, axis=axis, kind="stable")
stable_sort = lambda x, axis=-1: np.sort(x, axis=axis, kind="stable")
for function, compute in (("argsort", stable_argsort), ("sort", stable_sort)):
    for x in (TIES, WILD, i32(9), boolean(7), f32(5), np.zeros(0), np.zeros((0, 3)), np.zeros((3, 0))):
        case(function, compute, x)
    for axis in (0, 1, -1):
        case(function, compute, np.round(f64(4, 3, 2)), axis=axis)
for function, compute in (("argmax", np.argmax), ("argmin", np.argmin)):
    for x in (TIES, WILD, f64(3, 4), i32(2, 3), boolean(4), np.array(5.0), np.array([1, inf, inf, -inf, -inf])):
        case(function, compute, x)
    for axis in (0, 1, -1):
        case(function, compute, f64(2, 3, 4), axis=axis)
    case(function, compute, np.array([[1, nan, 3], [nan, 5, nan]]), axis=1)
    case(function, compute, np.array([[1, nan, 3], [nan, 5, nan]]), axis=0)
    case(function, compute, np.zeros((0, 3)), axis=1)

# ------------------------------------------------------------------------------------------------------- matmul

PRODUCTS = [
    ((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 2)), ((2, 3), (3, 4)), ((5, 2, 3), (3, 4)), ((2, 3), (5, 3, 4)),
    ((5, 2, 3), (5, 3, 4)), ((4, 1, 2, 3), (5, 3, 2)), ((5, 2, 3), (3,)), ((3,), (5, 3, 2)), ((1, 2, 3), (4, 3, 1)),
    ((0, 3), (3, 2)), ((2, 0), (0, 3)), ((2, 3), (3, 0)), ((0, 2, 3), (3, 1)), ((1, 1), (1, 1)),
]  # fmt: skip
for left, right in PRODUCTS:
    case("matmul", np.matmul, f64(*left), f64(*right))
case("matmul", np.matmul, f32(2, 3), f32(3, 2))
case("matmul", np.matmul, i32(2, 3), i32(3, 2))
case("matmul", np.matmul, i32(2, 3), f32(3))
case("matmul", np.matmul, boolean(3, 3), boolean(3, 3), note="of booleans: is there a pair of trues")
case("matmul", np.matmul, np.array([[1, nan], [inf, 0]]), f64(2, 2))
swap = lambda x: x.swapaxes(-1, -2)
case("matmul", lambda a, b, **_: swap(a) @ b, f64(3, 2), f64(3, 4), transposeA=True)
case("matmul", lambda a, b, **_: a @ swap(b), f64(2, 3), f64(4, 3), transposeB=True)
case("matmul", lambda a, b, **_: swap(a) @ swap(b), f64(5, 3, 2), f64(4, 3), transposeA=True, transposeB=True)
case("matmul", lambda a, b, **_: swap(a) @ b, f64(3, 2), f64(3), transposeA=True)

# ------------------------------------------------------------------------------------- softmax and its relatives


def logSumExp(x, axis=-1):
    return np.logaddexp.reduce(x, axis=axis)


def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


for x in (f64(4), f64(2, 3), f32(2, 3), f64(2, 3, 4), np.array([[1000.0, 1001], [-1000, -1001]])):
    for axis in (-1, 0):
        case("softmax", softmax, x, axis=axis)
        case("logSumExp", logSumExp, x, axis=axis)
case("logSumExp", logSumExp, np.array([[-inf, -inf], [inf, 1], [nan, 1], [-inf, 2]]))
case("logSumExp", logSumExp, np.zeros((2, 0)), note="of nothing")
case("softmax", lambda x: np.zeros((2, 0)), np.zeros((2, 0)), differs="NumPy's max refuses an empty axis")

# ------------------------------------------------------------------------------------------------------ creation

LISTS = "lists of numbers make float64"
case("tensor", np.array, 2.5)
case("tensor", np.array, True)
case("tensor", np.array, [])
case("tensor", np.array, [[], []])
case("tensor", np.array, [[1.5, 2], [3, 4]])
case("tensor", np.array, [[True, False], [False, True]])
case("tensor", lambda x: np.array(x, float), [1, 2, 3], differs=LISTS)
case("tensor", np.array, [[[1.5]], [[nan]], [[-0.0]]])
case("tensor", np.array, [1.5, True])
case("tensor", np.array, [1.7, -1.7, 3], dtype="int32")
case("tensor", np.array, [0.1, 2], dtype="float32")
case("tensor", np.array, [0, 2, nan], dtype="bool")
for function, compute in (("zeros", np.zeros), ("ones", np.ones)):
    for shape in ([], [3], [2, 3], [0, 2]):
        case(function, compute, shape)
    case(function, compute, [2], dtype="int32")
    case(function, compute, [2], dtype="bool")
case("full", lambda s, v: np.full(s, float(v)), [2, 3], 7, differs="float64 unless asked otherwise")
case("full", np.full, [2], nan)
case("full", np.full, [2], 2.5, dtype="int32")
case("full", np.full, [2], 2.5, dtype="bool")
case("full", np.full, [2], 0.1, dtype="float32")
as_float = lambda *a: np.arange(*a).astype(float)
for arguments in ((5,), (0,), (-3,), (2, 6), (6, 2), (1, 10, 3), (10, 0, -3)):
    case("arange", as_float, *arguments, differs="float64 unless asked otherwise")
for arguments in ((2.5,), (0, 1, 0.1), (1, 2, 0.25), (1, 0, -0.3)):
    case("arange", np.arange, *arguments)
case("arange", np.arange, 4, dtype="int32")
case("arange", np.arange, 1, 9, 3, dtype="int32")
for arguments in ((0, 1, 5), (1, -1, 4), (2, 2, 3), (0, 1, 1), (0, 1, 0), (0, 0.7, 8), (-1, 2)):
    case("linspace", np.linspace, *arguments)
case("linspace", np.linspace, 0, 1, 5, dtype="float32")
case("eye", np.eye, 3)
case("eye", np.eye, 0)
case("eye", lambda n, columns: np.eye(n, columns), 2, columns=4)
case("eye", lambda n, offset: np.eye(n, k=offset), 3, offset=1)
case("eye", lambda n, columns, offset: np.eye(n, columns, offset), 3, columns=2, offset=-1)
case("eye", np.eye, 2, dtype="int32")
case("oneHot", lambda labels, n: np.eye(n)[labels], [0, 2, 1], 3)
case("oneHot", lambda labels, n: np.eye(n)[labels], np.array([[0, 1], [3, 3]], np.int32), 4)
case("oneHot", lambda labels, n: np.zeros((0, n)), [], 3)

# ---------------------------------------------------------------------------------------------- slicing, indexing


def index(x, *indices, note="", differs=None):
    case("slice", lambda x, *indices: x[indices], x, *indices, note=note, differs=differs)


V, M, T = np.arange(10.0), np.arange(12.0).reshape(3, 4), np.arange(24, dtype=np.int32).reshape(2, 3, 4)
colon = slice(None)
for i in (0, -1, 9, -10):
    index(V, i)
for bounds in (
    (None, None), (2, 5), (None, 3), (7, None), (-3, None), (None, -3), (5, 2), (2, 100), (-100, 3), (100, None),
    (None, None, 2), (None, None, -1), (8, 2, -2), (1, 8, 3), (-1, -5, -1), (None, 3, -1), (3, None, -1),
    (100, -100, -3), (2, 5, -1), (-100, None, -1), (None, -100, -1), (0, 0),
):  # fmt: skip
    index(V, slice(*bounds))
index(V)
index(V, None)
index(V, Ellipsis)
index(M, 1)
index(M, -1, 2)
index(M, colon, slice(0, 1))
index(M, colon, 1)
index(M, slice(None, None, -1), slice(None, None, 2))
index(M, slice(5, 9))
index(M, None, colon, None, 1)
index(M, Ellipsis, None)
index(M, Ellipsis, 0)
index(M, 0, Ellipsis)
index(M, 0, Ellipsis, 1)
index(T, Ellipsis, -1)
index(T, 1, Ellipsis, slice(1, 3))
index(T, colon, 0)
index(T, 0, colon, slice(3, 0, -2))
index(np.zeros((0, 3)), colon, 1)
index(np.zeros((0, 3)), slice(None, None, -1))
index(np.array(5.0), Ellipsis)
index(np.array(5.0), None)
ints = lambda *values: np.array(values, np.int32)
index(V, [0, 2, -1])
index(V, ints(3, 3, 0))
index(V, [[0, 1], [2, 3]], note="the shape of the indices")
index(V, ints().reshape(0), note="no indices")
index(V, ints(4).reshape(()), note="a 0-d index")
index(M, [0, 2])
index(M, [2, 0], [1, -1])
index(M, [[0], [2]], [1, 3], note="indices are broadcast")
index(M, colon, [3, 0])
index(M, slice(1, None), [3, 0])
index(M, [0, 1], slice(None, None, 2))
index(M, [1, 0], 2)
index(M, 2, [1, 0])
index(T, [0, 1], [2, 1])
index(T, colon, [0, 2], [1, 3])
index(T, [0, 1], colon, [1, 3], note="separated: the picked axes come first")
index(T, 0, colon, [1, 3])
index(T, [0, 1], colon, 1)
index(T, colon, 1, [1, 3])
index(T, Ellipsis, [0, 0])
index(T, colon, [[0, 1], [2, 0]], [1, 3])
index(T, colon, [0, 1, 2], Ellipsis, [1, 0, 2], note="an empty ellipsis separates, too")
index(T, None, [1, 0], [2, 1])
index(T, [1, 0], None, [2, 1])
index(T, colon, [2, 0], None)
index(T, slice(None, None, -1), [2, 0], slice(1, 3))
index(T, [1], [2], [3])
index(T, colon, ints().reshape(0, 2))
index(V, V > 4)
index(V, [True, False] * 5)
index(V, V > 100, note="nothing is true")
index(M, np.array([True, False, True]))
index(M, colon, np.array([True, False, True, True]))
index(M, M % 3 == 0, note="a 2-D mask")
index(M, np.array([True, False, True]), [1, 2])
index(M, np.array([True, False, True]), slice(1, 3))
index(T, np.array([True, False]), 1)
index(T, np.array([[True, False, True], [False, True, False]]), note="a mask of the first two axes")
index(T, colon, np.array([[True, False, False, True]] * 3), note="a mask of the last two axes")
index(T, np.array([True, True]), colon, [0, 1])
case("take", np.take, V, [1, -1])
case("take", np.take, V, [[0, 1], [2, 2]])
case("take", lambda x, i: np.take(x, i, axis=0), M, [1, -1], differs="rows are picked; NumPy flattens first")
case("take", np.take, M, ints(2, 0, 0), axis=0)
case("take", np.take, M, ints(2, 0, 0), axis=1)
case("take", np.take, T, ints(1, 0).reshape(2, 1), axis=1)
case("take", np.take, T, 1, axis=-1)
case("takeAlongAxis", np.take_along_axis, M, ints(3, 0, 1, -1, 2, 2).reshape(3, 2), axis=1)
case("takeAlongAxis", np.take_along_axis, M, ints(2, 0, 1, -1).reshape(1, 4), axis=0)
case("takeAlongAxis", np.take_along_axis, T, ints(2, 1).reshape(1, 2, 1), axis=1, note="indices are broadcast")
case("repeat", np.repeat, M, 2)
case("repeat", np.repeat, M, 3, axis=0)
case("repeat", np.repeat, M, 2, axis=-1)
case("repeat", np.repeat, V, 0)
case("repeat", np.repeat, np.array(5.0), 3)
case("flip", np.flip, T)
case("flip", np.flip, T, axis=1)
case("flip", np.flip, np.zeros((0, 2)))

# ------------------------------------------------------------------------------------------------ shape, joining

for shape in ([12], [2, 6], [-1], [2, -1], [-1, 3, 2], [1, 12, 1]):
    case("reshape", np.reshape, M, shape)
case("reshape", np.reshape, np.array(3.0), [1, 1])
case("reshape", np.reshape, np.zeros((0, 3)), [3, -1])
case("reshape", np.reshape, f64(1, 1), [])
case("transpose", np.transpose, V)
case("transpose", np.transpose, M)
case("transpose", np.transpose, T)
for axes in ([0, 2, 1], [2, 0, 1], [1, -1, 0]):
    case("transpose", np.transpose, T, axes)
case("transpose", np.transpose, np.zeros((0, 3)))
for shape in ([3, 4], [2, 3, 4]):
    case("broadcastTo", np.broadcast_to, f64(4), shape)
    case("broadcastTo", np.broadcast_to, f64(3, 1), shape)
case("broadcastTo", np.broadcast_to, 2.5, [2, 2])
case("broadcastTo", np.broadcast_to, f64(1), [0])
for axis in (0, 1, 2, -1):
    case("expandDims", np.expand_dims, M, axis)
case("squeeze", np.squeeze, f64(1, 3, 1))
case("squeeze", np.squeeze, f64(1, 3, 1), axis=0)
case("squeeze", np.squeeze, f64(1, 3, 1), axis=(0, -1))
for dtype in ("float64", "float32", "int32", "bool"):
    case("astype", lambda x, dtype: x.astype(dtype), np.array([0.1, -1.7, 0.0, 3.0, 2.5]), dtype)
    case("astype", lambda x, dtype: x.astype(dtype), i32(3), dtype)
    case("astype", lambda x, dtype: x.astype(dtype), boolean(3), dtype)

for parts, options in (
    ([f64(2, 3), f64(1, 3)], {}), ([f64(2, 3), f64(2, 1)], {"axis": 1}), ([f64(2, 3), f64(2, 2)], {"axis": -1}),
    ([f64(3), i32(2), boolean(1)], {}), ([f32(2), i32(2)], {}), ([f32(2), boolean(2)], {}), ([boolean(2), i32(1)], {}),
    ([np.zeros((0, 3)), f64(1, 3)], {}), ([f64(2, 2)], {}), ([f64(2, 1, 2), f64(2, 3, 2), f64(2, 0, 2)], {"axis": 1}),
):  # fmt: skip
    case("concatenate", lambda parts, axis=0: np.concatenate(parts, axis=axis), parts, **options)
for axis in (0, 1, -1):
    case("stack", lambda parts, axis: np.stack(parts, axis=axis), [f64(2, 3), f64(2, 3)], axis=axis)
case("stack", np.stack, [np.array(1.5), np.array(2.5)])
case("vstack", np.vstack, [f64(3), f64(2, 3)])
case("vstack", np.vstack, [f64(2), f64(2)])
case("vstack", np.vstack, [np.array(1.5), np.array(2.5)])
case("hstack", np.hstack, [f64(2), f64(3)])
case("hstack", np.hstack, [f64(2, 1), f64(2, 3)])
case("hstack", np.hstack, [np.array(1.5), f64(2)])
for arguments, options in (
    ((M, 0, 1.0), {"axis": 1}), ((M, 1, 1.5), {"axis": 0}), ((M, 4, 2), {"axis": 1}), ((M, -1, 2), {"axis": 1}),
    ((M, 1, f64(3)), {"axis": 1}), ((M, 1, f64(4)), {"axis": 0}), ((M, 1, f64(2, 3)), {"axis": 1}),
    ((M, 1, f64(2, 4)), {"axis": 0}), ((M, 0, f64(1, 3)), {"axis": -1}), ((M, 5, 9.5), {}), ((V, 3, f64(2)), {}),
    ((V, 10, 1), {"axis": 0}), ((V, -10, 1), {}), ((i32(3), 1, 2.7), {}), ((T, 1, f64(4)), {"axis": 1}),
    ((T, 2, 5), {"axis": 2}), ((T, 0, i32(2, 4)), {"axis": 1}), ((np.zeros((0, 2)), 0, 1), {"axis": 0}),
):  # fmt: skip
    case("insert", np.insert, *arguments, **options)

write(SOURCES / "ops" / "testing" / "numpy-cases.json", cases)

# ------------------------------------------------------------------------------------------------------- printing


class tensor(np.ndarray):
    """An array that NumPy prints under Kudari's name."""


shown = [
    np.array(1.5), np.array(3.0), np.array(nan), np.array(-inf), np.array(1e16), np.array(1e-5), np.array(0.1, np.float32),
    np.array(123456789.125), np.array(1e22), np.array(1e16, np.float32), np.array(1937236.4, np.float32), np.array(999999, np.float32), np.array(-0.0), np.array(7, np.int32), np.array(True),
    np.zeros(0), np.zeros((0, 3)), np.zeros((2, 0), np.int32), np.zeros(0, bool),
    np.array([1.0, 2, 3]), np.array([1.5, -2, 3.25]), np.array([0.1, 0.2, 0.30000000000000004]), np.array([-0.0, 0.0]),
    np.array([nan, 1, inf]), np.array([nan, 1, -inf]), np.array([nan, inf]), np.array([nan, -inf, 123.456]), np.array([nan]),
    np.array([1e8, 1]), np.array([99999999.0, 12345]), np.array([1e-4, 1e-3]), np.array([9.9e-5, 1]), np.array([1e-3, 1, 1.0001]),
    np.array([1e-300, 1e300]), np.array([1e10, -1.5e-10, nan]), np.array([1e100]), np.array([1e9, inf, -inf]),
    np.array([0.001953125, 0.005859375]), np.array([1 / 3, 2 / 3, 1e-3 / 3]), np.array([1000.5, 1]), np.array([1001.5, 1]),
    np.array([123456.789, 0.125]), np.array([1.123456789012, 12.1]), np.array([5e-324, 1.7976931348623157e308]),
    np.array([2.5, 1e-8]), np.array([10000000050.0]), np.array([10000000050.0, 10000000150.0]), np.array([0.99999999999]),
    np.array([999.999999999, 1.0]), np.array([9.9999999999e9]),
    np.array([0.1, 0.7, 1 / 3], np.float32), np.array([1e6, 1], np.float32), np.array([999999.0], np.float32),
    np.array([1e-5, 16777216], np.float32), np.array([3.4e38, 1e-45], np.float32), np.array([[0.1, nan], [2, 3]], np.float32),
    np.array([123456.78], np.float32), np.array([0.3, 0.1 + 0.2], np.float32),
    np.array([1, -20, 300], np.int32), np.array([[1], [-2147483648]], np.int32), np.array([0], np.int32),
    np.array([True, False]), np.array([[True], [True]]), np.array([False]),
    np.array([[166, 58.7], [176, 75.7], [171, 62.1]]), np.arange(24.0).reshape(2, 3, 4), np.arange(8, dtype=np.int32).reshape(2, 2, 2),
    np.arange(16.0).reshape(2, 2, 2, 2), np.zeros((1, 1, 1)), np.arange(30.0), np.linspace(0, 1, 11), np.arange(100, dtype=np.int32),
    np.linspace(-1, 1, 40).reshape(2, 20), np.arange(50) % 2 == 0, np.linspace(0, 1, 21).astype(np.float32), np.arange(60.0).reshape(1, 60) * 1.5,
    np.arange(1000.0), np.arange(1001.0), np.arange(1001, dtype=np.int32), (np.arange(1200.0) / 7).reshape(40, 30),
    np.arange(1320, dtype=np.int32).reshape(11, 12, 10), np.arange(1200).reshape(3, 400) % 3 == 0, np.arange(1100.0).reshape(5, 220),
    np.concatenate([np.ones(500), [1e10], np.ones(600)]), np.arange(2002.0).reshape(1001, 2), np.full(1001, nan),
    np.array([1.0, 10, 100, 1000, 10000]), np.array([-1.0, 22.25, -333.5]), np.array([[1e-7, 1], [5, 1e7]]),
    (np.arange(1001) / 3).astype(np.float32), np.arange(17.0) * 1e7, np.arange(5.0) * 1e-5, np.arange(11, dtype=np.int32) * 100000,
]  # fmt: skip
write(
    SOURCES / "tensor" / "testing" / "print-cases.json",
    [{"tensor": encode(array), "str": str(array), "repr": repr(array.view(tensor))} for array in shown],
)

# --------------------------------------------------------------------------------------------------------- random

MASK = 0xFFFFFFFF


def rotate_left(x, k):
    return (x << k | x >> (32 - k)) & MASK


def split_mix_32(seed):
    """SplitMix32: a counter stepping by the golden ratio, mixed with a hash that C. Wellons' hash-prospector found."""
    state = seed & MASK
    while True:
        state = state + 0x9E3779B9 & MASK
        z = state
        z = (z ^ z >> 16) * 0x21F0AAAD & MASK
        z = (z ^ z >> 15) * 0x735A2D97 & MASK
        yield z ^ z >> 15


def xoshiro128_starstar(s):
    """Transcribed from https://prng.di.unimi.it/xoshiro128starstar.c (D. Blackman and S. Vigna, public domain)."""
    while True:
        yield rotate_left(s[1] * 5 & MASK, 7) * 9 & MASK
        t = s[1] << 9 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotate_left(s[3], 11)


def known_answers(seed):
    mixer = split_mix_32(seed)
    state = [next(mixer) for _ in range(4)]
    bits = xoshiro128_starstar(list(state))
    pairs = xoshiro128_starstar(list(state))
    uniform = [((next(pairs) >> 5) * 67108864 + (next(pairs) >> 6)) / 9007199254740992 for _ in range(5)]
    return {"seed": seed, "bits": [next(bits) for _ in range(10)], "uniform": uniform}


write(SOURCES / "tensor" / "testing" / "random-cases.json", [known_answers(s) for s in (0, 1, 42, -1, 2**31, 123456789)])
