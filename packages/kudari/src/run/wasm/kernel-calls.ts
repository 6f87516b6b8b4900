/** Which kernel computes an instruction, and with which arguments: products, sums along an axis, softmax. */
import type { DType } from '../../tensor/dtype.ts'
import { sizeOf } from '../../tensor/shape.ts'
import type { Attributes, TensorType } from '../../tensor/tensor.ts'
import type { Code } from './assembler.ts'
import { rowsOf } from './tiling.ts'
import type { Tiling } from './tiling.ts'

/** The float dtypes as kernels name them. */
export type KernelFloat = 'f32' | 'f64'

/** Pushes arguments for one tile. */
export interface TileSite {
  readonly code: Code
  /** The address of an operand: of the rows of this tile if it is read so, else of all. */
  input(position: number): void
  /** The address of the result: of the rows of this tile, or of its part of a sum. */
  output(): void
  /** The number of the first row. */
  firstRow(): void
  /** How many rows there are. */
  rows(): void
  /** The address of memory that this thread may use while a kernel runs. */
  scratch(): void
  call(kernel: string): void
}

/** How an instruction runs on tiles of rows. */
export interface KernelCall {
  readonly kernel: string
  /** Rows of the result, or for a sum the rows that are added up. */
  readonly rows: number
  /** For each operand: whether a tile needs the same rows of it only, or all. */
  readonly reads: readonly ('tile' | 'whole')[]
  /** `rows`: a tile gives its rows. `sum`: a tile gives a part; the parts are added up in order, and divided. */
  readonly result: 'rows' | 'sum'
  readonly divisor: number
  readonly emit: (site: TileSite) => void
}

type Prepare = (
  inputs: readonly TensorType[],
  attributes: Attributes,
  output: TensorType,
  tilingOf: (rows: number) => Tiling,
) => KernelCall | undefined

const floatOf = (dtype: DType): KernelFloat | undefined =>
  dtype === 'float32' ? 'f32' : dtype === 'float64' ? 'f64' : undefined

const bytesOf: Readonly<Record<KernelFloat, number>> = { f32: 4, f64: 8 }

/** The one float dtype of all operands and the result; undefined where there is none. */
function commonFloat(types: readonly TensorType[]): KernelFloat | undefined {
  const [first] = types
  return types.every(({ dtype }) => dtype === first.dtype) ? floatOf(first.dtype) : undefined
}

const byRows = (kernel: string, rows: number, reads: KernelCall['reads'], emit: KernelCall['emit']): KernelCall => ({
  kernel,
  rows,
  reads,
  result: 'rows',
  divisor: 1,
  emit,
})

const asSum = (
  kernel: string,
  rows: number,
  reads: KernelCall['reads'],
  divisor: number,
  emit: KernelCall['emit'],
): KernelCall => ({ kernel, rows, reads, result: 'sum', divisor, emit })

/** y[i] = x[i, :] . w: `x @ w`. */
const rowsDot = (t: KernelFloat, rows: number, depth: number, matrix: 0 | 1): KernelCall =>
  byRows(`${t}_rows_dot`, rows, matrix === 0 ? ['tile', 'whole'] : ['whole', 'tile'], (site) => {
    site.input(matrix)
    site.code.i32(depth)
    site.input(1 - matrix)
    site.output()
    site.rows()
    site.code.i32(depth)
    site.call(`${t}_rows_dot`)
  })

/** y[j] = sum over i of v[i] x[i, j]: `x.T @ yd`. */
const rowsCombine = (t: KernelFloat, rows: number, columns: number, matrix: 0 | 1): KernelCall =>
  asSum(`${t}_rows_combine`, rows, ['tile', 'tile'], 1, (site) => {
    site.input(matrix)
    site.code.i32(columns)
    site.input(1 - matrix)
    site.output()
    site.rows()
    site.code.i32(columns)
    site.call(`${t}_rows_combine`)
  })

/** Distances in numbers between neighbours of an operand, down and across. */
interface Strides {
  readonly down: number
  readonly across: number
}

interface Product {
  readonly a: Strides
  readonly b: Strides
  readonly columns: number
  readonly depth: number
}

/** Pushes the arguments of a matrix product; `rows` and `depth` are pushed by the caller. */
function emitProduct(
  t: KernelFloat,
  site: TileSite,
  { a, b, columns }: Product,
  address: (position: 0 | 1) => void,
  rows: () => void,
  depth: () => void,
): void {
  const { code } = site
  address(0)
  code.i32(a.down).i32(a.across)
  address(1)
  code.i32(b.down).i32(b.across)
  site.output()
  code.i32(columns)
  rows()
  code.i32(columns)
  depth()
  code.i32(0)
  site.scratch()
  site.call(`${t}_gemm`)
}

/** Two matrices. Transposed on the left, the rows of the operands are what is added up: then either those are cut, or the result. */
function matrixProduct(
  t: KernelFloat,
  a: TensorType,
  b: TensorType,
  transposeA: boolean,
  transposeB: boolean,
  tilingOf: (rows: number) => Tiling,
): KernelCall {
  const columns = b.shape[transposeB ? 0 : 1]
  const width = a.shape.at(-1)!
  const strides = {
    a: transposeA ? { down: 1, across: width } : { down: width, across: 1 },
    b: transposeB ? { down: 1, across: b.shape[1] } : { down: b.shape[1], across: 1 },
  }
  const kernel = `${t}_gemm`
  if (!transposeA) {
    const product = { ...strides, columns, depth: width }
    const perRow = sizeOf(a.shape.slice(1, -1))
    return byRows(kernel, a.shape[0], ['tile', 'whole'], (site) => {
      const rows = (): void => {
        site.rows()
        if (perRow !== 1) site.code.i32(perRow).op('i32.mul')
      }
      emitProduct(t, site, product, site.input, rows, () => site.code.i32(width))
    })
  }
  const [added] = a.shape
  const product = { ...strides, columns, depth: added }
  const { tiles, tileRows } = tilingOf(added)
  // Parts of the result are written and read once more for every tile: worth it while they are smaller than what a tile reads.
  if (tiles > 1 && !transposeB && width * columns <= (tileRows * (width + columns)) / 2)
    return asSum(kernel, added, ['tile', 'tile'], 1, (site) =>
      emitProduct(t, site, product, site.input, () => site.code.i32(width), site.rows),
    )
  return byRows(kernel, width, ['whole', 'whole'], (site) => {
    const address = (position: 0 | 1): void => {
      site.input(position)
      if (position === 1) return
      // The columns of the left operand are the rows of the result.
      site.firstRow()
      site.code.i32(bytesOf[t]).op('i32.mul').op('i32.add')
    }
    emitProduct(t, site, product, address, site.rows, () => site.code.i32(added))
  })
}

const prepareMatmul: Prepare = ([a, b], attributes, output, tilingOf) => {
  const t = commonFloat([a, b, output])
  const transposeA = attributes.transposeA === true
  const transposeB = attributes.transposeB === true
  if (!t || b.shape.length > 2 || (a.shape.length > 2 && (transposeA || b.shape.length !== 2))) return undefined
  const isVector = b.shape.length === 1
  if (a.shape.length === 1) {
    if (isVector) return { ...rowsDot(t, 1, a.shape[0], 0), reads: ['whole', 'whole'] }
    return transposeB ? rowsDot(t, b.shape[0], b.shape[1], 1) : rowsCombine(t, b.shape[0], b.shape[1], 1)
  }
  if (isVector || (a.shape.length === 2 && b.shape[transposeB ? 0 : 1] === 1))
    return transposeA ? rowsCombine(t, a.shape[0], a.shape[1], 0) : rowsDot(t, a.shape[0], a.shape[1], 0)
  return matrixProduct(t, a, b, transposeA, transposeB, tilingOf)
}

/** Pushes rows times something. */
const rowsTimes = (site: TileSite, factor: number): void => {
  site.rows()
  if (factor !== 1) site.code.i32(factor).op('i32.mul')
}

/** Sums along the last axes, or down the first ones. (Sums of everything are collected by chains.) */
const prepareSum =
  (isMean: boolean): Prepare =>
  ([x], { axes }, output) => {
    const t = commonFloat([x, output])
    if (!t || !Array.isArray(axes) || axes.length === 0 || axes.length === x.shape.length) return undefined
    const { shape } = x
    const count = axes.reduce((product: number, axis: number) => product * shape[axis], 1)
    const divisor = isMean ? count : 1
    if (axes.every((axis, i) => axis === shape.length - axes.length + i)) {
      const perRow = sizeOf(shape.slice(1, shape.length - axes.length))
      return byRows(`${t}_row_sums`, shape[0], ['tile'], (site) => {
        site.input(0)
        site.output()
        rowsTimes(site, perRow)
        site.code.i32(count)
        site.call(`${t}_row_sums`)
        if (!isMean) return
        // One "part" each, divided: in place.
        site.output()
        site.code.i32(1).i32(0)
        site.output()
        rowsTimes(site, perRow)
        site.code.f64(count)
        site.call(`${t}_add_partials`)
      })
    }
    if (!axes.every((axis, i) => axis === i)) return undefined
    const columns = sizeOf(shape.slice(axes.length))
    const perRow = count / shape[0]
    return asSum(`${t}_column_sums`, shape[0], ['tile'], divisor, (site) => {
      site.input(0)
      site.code.i32(columns)
      site.output()
      rowsTimes(site, shape[0] === 0 ? 0 : perRow)
      site.code.i32(columns)
      site.call(`${t}_column_sums`)
    })
  }

/** Softmax and its like along the last axis. */
const prepareAlongRows =
  (name: 'softmax' | 'log_sum_exp'): Prepare =>
  ([x], { axis }, output) => {
    const t = commonFloat([x, output])
    const { shape } = x
    if (!t || axis !== shape.length - 1) return undefined
    const columns = shape[shape.length - 1]
    const isLine = shape.length === 1
    return byRows(`${t}_${name}`, isLine ? 1 : shape[0], [isLine ? 'whole' : 'tile'], (site) => {
      site.input(0)
      site.output()
      if (isLine) site.code.i32(1)
      else rowsTimes(site, sizeOf(shape.slice(1, -1)))
      site.code.i32(columns)
      site.call(`${t}_${name}`)
    })
  }

const prepareTranspose: Prepare = ([x], { axes }, output) => {
  const t = commonFloat([x, output])
  if (!t || x.shape.length !== 2 || !Array.isArray(axes)) return undefined
  return { ...byRows(`${t}_transpose`, 1, ['whole'], (site) => {
    site.input(0)
    site.output()
    site.code.i32(x.shape[0]).i32(x.shape[1])
    site.call(`${t}_transpose`)
  }) }
}

/** From float32 to float64 and back. */
const prepareConversion: Prepare = ([x], _attributes, output) => {
  const from = floatOf(x.dtype)
  const to = floatOf(output.dtype)
  if (!from || !to || from === to) return undefined
  const isScalar = x.shape.length === 0
  return byRows(`${from}_to_${to}`, rowsOf(x), [isScalar ? 'whole' : 'tile'], (site) => {
    const { code } = site
    const [source, target, end] = [code.local('i32'), code.local('i32'), code.local('i32')]
    site.input(0)
    code.set(source)
    site.output()
    code.set(target)
    code.get(source)
    if (isScalar) code.i32(1)
    else rowsTimes(site, sizeOf(x.shape.slice(1)))
    code.i32(bytesOf[from]).op('i32.mul').op('i32.add').set(end)
    code.loop(source, () => code.get(end), bytesOf[from], () => {
      code.get(target).get(source).memory(`${from}.load`)
      code.op(to === 'f64' ? 'f64.promote_f32' : 'f32.demote_f64').memory(`${to}.store`)
      code.get(target).i32(bytesOf[to]).op('i32.add').set(target)
    })
  })
}

const calls: Readonly<Record<string, Prepare>> = {
  matmul: prepareMatmul,
  sum: prepareSum(false),
  mean: prepareSum(true),
  softmax: prepareAlongRows('softmax'),
  logSumExp: prepareAlongRows('log_sum_exp'),
  transpose: prepareTranspose,
  astype: prepareConversion,
}

/** The kernel for an operation on such operands; undefined where the reference kernel must do. */
export const kernelCall = (
  operation: string,
  ...[inputs, attributes, output, tilingOf]: Parameters<Prepare>
): KernelCall | undefined => calls[operation]?.(inputs, attributes, output, tilingOf)
