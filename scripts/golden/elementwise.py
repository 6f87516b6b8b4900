"""Operations of one number and of two, at every position of a tensor."""

import numpy as np

from .cases import EDGES, boolean, case, f32, f64, i32, inf

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
