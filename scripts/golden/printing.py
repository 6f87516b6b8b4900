"""What NumPy's str and repr write."""

import numpy as np

from .cases import encode, inf, nan


class tensor(np.ndarray):
    """An array that NumPy prints under Kudari's name."""


SHOWN = [
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
cases = [{"tensor": encode(array), "str": str(array), "repr": repr(array.view(tensor))} for array in SHOWN]
