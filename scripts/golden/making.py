"""Tensors made, reshaped and joined."""

import numpy as np

from .cases import M, T, V, boolean, case, f32, f64, i32, nan

# Creation.
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

# Shape, joining.
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
