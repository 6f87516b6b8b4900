/** What a machine's module imports: the kernels, by name and signature, and the way out to JavaScript. */
import type { Signature } from './assembler.ts'
import type { ValueType } from './opcodes.ts'

const repeat = (type: ValueType, times: number): ValueType[] => Array.from({ length: times }, () => type)
export const i32s = (count: number): Signature => ({ parameters: repeat('i32', count), results: [] })

/** Kernels by the names under which modules import them, for float32 (`f32_...`) and float64 (`f64_...`). */
const kernelSignatures: Readonly<Record<string, Signature>> = {
  gemm: i32s(13),
  rows_dot: i32s(6),
  rows_combine: i32s(7),
  row_sums: i32s(4),
  column_sums: i32s(5),
  block_sums: i32s(5),
  softmax: i32s(4),
  log_sum_exp: i32s(4),
  transpose: i32s(4),
  patches: i32s(14),
  fold_patches: i32s(14),
  max_pool: i32s(12),
  take_maxima: i32s(13),
  max_pool_gradient: i32s(13),
  random_uniform: i32s(4),
  add_partials: { parameters: [...repeat('i32', 5), 'f64'], results: [] },
}

/** All imported functions, in the order of their indices. */
export const imports = [
  { name: 'host', signature: i32s(2) },
  { name: 'gather_rows', signature: i32s(5) },
  ...(['f32', 'f64'] as const).flatMap((t) =>
    Object.entries(kernelSignatures).map(([name, signature]) => ({ name: `${t}_${name}`, signature })),
  ),
]
/** The index of an imported function. */
export const importIndex = new Map(imports.map(({ name }, i) => [name, i]))

/** The names of all functions that a module imports beside `host`. */
export const importedKernels: readonly string[] = imports.slice(1).map(({ name }) => name)
