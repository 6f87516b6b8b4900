/** Which kernel computes a matrix product: the talk's `x @ w` and `x.T @ yd`, and products of two matrices. */
import { type Shape, sizeOf } from '../../tensor/shape.ts'
import type { TensorType } from '../../tensor/tensor.ts'
import { type KernelCall, type KernelFloat, type Prepare, type TileSite, asSum, byRows, bytesOf, commonFloat } from './kernel-call.ts'
import type { Tiling } from './tiling.ts'

const forBlocks = (call: KernelCall): KernelCall => ({ ...call, isForBlocks: true })

/** y[i] = x[i, :] . w: `x @ w`. */
const rowsDot = (t: KernelFloat, rows: number, depth: number, matrix: 0 | 1): KernelCall =>
  forBlocks(byRows(`${t}_rows_dot`, [rows], matrix === 0 ? ['tile', 'whole'] : ['whole', 'tile'], (site) => {
    site.input(matrix)
    site.code.i32(depth)
    site.input(1 - matrix)
    site.output()
    site.rows()
    site.code.i32(depth)
    site.call(`${t}_rows_dot`)
  }))

/** y[j] = sum over i of v[i] x[i, j]: `x.T @ yd`. */
const rowsCombine = (t: KernelFloat, rows: number, columns: number, matrix: 0 | 1): KernelCall =>
  forBlocks(asSum(`${t}_rows_combine`, [rows], ['tile', 'tile'], 1, (site) => {
    site.input(matrix)
    site.code.i32(columns)
    site.input(1 - matrix)
    site.output()
    site.rows()
    site.code.i32(columns).i32(Number(site.isAdding))
    site.call(`${t}_rows_combine`)
  }))

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
  tilingOf: (shape: Shape) => Tiling,
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
    return byRows(kernel, a.shape, ['tile', 'whole'], (site) => {
      const rows = (): void => {
        site.rows()
        if (perRow !== 1) site.code.i32(perRow).op('i32.mul')
      }
      emitProduct(t, site, product, site.input, rows, () => site.code.i32(width))
    })
  }
  const [added] = a.shape
  const product = { ...strides, columns, depth: added }
  const { tiles, tileSamples, samples } = tilingOf(a.shape)
  const tileRows = tileSamples * (added / samples)
  // Parts of the result are written and read once more for every tile: worth it while they are smaller than what a tile reads.
  if (tiles > 1 && !transposeB && width * columns <= (tileRows * (width + columns)) / 2)
    return asSum(kernel, a.shape, ['tile', 'tile'], 1, (site) =>
      emitProduct(t, site, product, site.input, () => site.code.i32(width), site.rows),
    )
  return byRows(kernel, [width, columns], ['whole', 'whole'], (site) => {
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

export const prepareMatmul: Prepare = ([a, b], attributes, output, tilingOf) => {
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
