/** The four kinds of numbers that a tensor holds, the arrays that hold them, and the kind that two kinds make together. */

/**
 * `float64` is the default, as in NumPy; `int32` counts and indexes; `bool` is 0 or 1.
 *
 * An int32 result outside of -2147483648 ... 2147483647 wraps around, as in NumPy. Sums, products of many elements and
 * matrix products are formed in float64 first, so they wrap exactly only while they stay below 2 ** 53.
 */
export type DType = 'float64' | 'float32' | 'int32' | 'bool'

/** The array behind a tensor, one element after the other in row-major order. Read it; never write into it. */
export type Data = Float64Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>

/** A new array of zeros for `size` elements. */
export function allocate(dtype: DType, size: number): Data {
  switch (dtype) {
    case 'float64':
      return new Float64Array(size)
    case 'float32':
      return new Float32Array(size)
    case 'int32':
      return new Int32Array(size)
    case 'bool':
      return new Uint8Array(size)
  }
}

/** Copies numbers into an array of another dtype: fractions are cut off for int32, for bool anything but 0 is true. */
export function fillFrom(data: Data, dtype: DType, values: ArrayLike<number>): void {
  if (dtype === 'bool') for (let i = 0; i < values.length; i++) data[i] = values[i] !== 0 ? 1 : 0
  else data.set(values)
}

/** Bytes of one element. */
export const bytesPerElement: Readonly<Record<DType, number>> = { float64: 8, float32: 4, int32: 4, bool: 1 }

export const isFloat = (dtype: DType): boolean => dtype === 'float64' || dtype === 'float32'

/**
 * The dtype that holds both: bool < int32 < float32 < float64, except that int32 with float32 gives float64, because
 * float32 cannot hold every int32 (NumPy's rule).
 */
export function promote(a: DType, b: DType): DType {
  if (a === b) return a
  if (a === 'bool') return b
  if (b === 'bool') return a
  return 'float64'
}

/** The float that an operation such as `exp` or `divide` gives: a float stays as it is, everything else is float64. */
export const toFloat = (dtype: DType): DType => (dtype === 'float32' ? 'float32' : 'float64')

/** The dtype in which elements are counted and added up: bool becomes int32. */
export const toNumeric = (dtype: DType): DType => (dtype === 'bool' ? 'int32' : dtype)

/**
 * The dtype of a plain JavaScript number beside a tensor of `dtype`: it takes the tensor's, as Python's numbers do in
 * NumPy 2, unless it is a fraction beside an integer.
 */
export function dtypeOfNumber(value: number, dtype: DType): DType {
  if (isFloat(dtype)) return dtype
  const isInt32 = Number.isInteger(value) && value >= -2147483648 && value <= 2147483647
  return isInt32 ? 'int32' : 'float64'
}
