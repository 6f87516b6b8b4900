"""Many numbers become one: reductions, orders, matrix products, softmax."""

import numpy as np

from .cases import boolean, case, f32, f64, i32, inf, nan

# Reductions.
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

# Order.
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

# Matmul.
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

# Softmax and its relatives.
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
