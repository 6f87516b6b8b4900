/** Which kernel computes an instruction, and with which arguments: sums along an axis, softmax, and the table of all of them. */
import { sizeOf } from '../../tensor/shape.ts'
import { imageCalls } from './image-calls.ts'
import { type KernelCall, type Prepare, asSum, byRows, bytesOf, commonFloat, floatOf, rowsTimes } from './kernel-call.ts'
import { prepareMatmul } from './product-calls.ts'

/** Sums along axes that are neighbours: the last, the first, or some in between. (Sums of everything are collected by chains.) */
const prepareSum =
  (isMean: boolean): Prepare =>
  ([x], { axes }, output) => {
    const t = commonFloat([x, output])
    if (!t || !Array.isArray(axes) || axes.length === 0 || axes.length === x.shape.length) return undefined
    const { shape } = x
    const count = axes.reduce((product: number, axis: number) => product * shape[axis], 1)
    if (!axes.every((axis, i) => axis === axes[0] + i)) return undefined
    const columns = sizeOf(shape.slice(axes[0] + axes.length))
    if (axes[0] === 0) {
      const perRow = count / shape[0]
      return asSum(`${t}_column_sums`, shape, ['tile'], isMean ? count : 1, (site) => {
        site.input(0)
        site.code.i32(columns)
        site.output()
        rowsTimes(site, shape[0] === 0 ? 0 : perRow)
        site.code.i32(columns)
        site.call(`${t}_column_sums`)
      })
    }
    const perRow = sizeOf(shape.slice(1, axes[0]))
    const isLast = axes[0] + axes.length === shape.length
    const kernel = isLast ? `${t}_row_sums` : `${t}_block_sums`
    return byRows(kernel, shape, ['tile'], (site) => {
      site.input(0)
      site.output()
      rowsTimes(site, perRow)
      site.code.i32(count)
      if (!isLast) site.code.i32(columns)
      site.call(kernel)
      if (!isMean) return
      // One "part" each, divided: in place.
      site.output()
      site.code.i32(1).i32(0)
      site.output()
      rowsTimes(site, perRow * columns)
      site.code.f64(count)
      site.call(`${t}_add_partials`)
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
    return byRows(`${t}_${name}`, isLine ? [] : shape, [isLine ? 'whole' : 'tile'], (site) => {
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
  return { ...byRows(`${t}_transpose`, [], ['whole'], (site) => {
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
  return byRows(`${from}_to_${to}`, x.shape, [isScalar ? 'whole' : 'tile'], (site) => {
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

/** Random numbers follow from their places in the whole tensor. */
const prepareRandomUniform: Prepare = (_inputs, _attributes, output) => {
  const t = commonFloat([output])
  const perRow = sizeOf(output.shape.slice(1))
  return t && byRows(`${t}_random_uniform`, output.shape, ['whole'], (site) => {
    site.input(0)
    site.output()
    site.firstRow()
    site.code.i32(perRow).op('i32.mul')
    rowsTimes(site, perRow)
    site.call(`${t}_random_uniform`)
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
  randomUniform: prepareRandomUniform,
  ...imageCalls,
}

/** The kernel for an operation on such operands; undefined where the reference kernel must do. */
export const kernelCall = (
  operation: string,
  ...[inputs, attributes, output, tilingOf]: Parameters<Prepare>
): KernelCall | undefined => calls[operation]?.(inputs, attributes, output, tilingOf)
