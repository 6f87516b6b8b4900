/** The SIMD kernels: which of the two builds the engine can run, and its functions on a memory. */
import { type Arena, allocate, release } from './arena.ts'
import { vectorFunctions } from './formulas.ts'
import { withFma, withoutFma } from './kernels.generated.ts'
import { type VectorFunctionBody, takeVectorFunctions } from './vector-functions.ts'

/** Addresses are bytes, distances numbers. See packages/kudari/kernels for what each does. */
interface FloatKernels {
  gemm(
    a: number, aRow: number, aCol: number, b: number, bRow: number, bCol: number, c: number, cRow: number,
    m: number, n: number, k: number, accumulate: number, scratch: number,
  ): void
  gemm_scratch(): number
  rows_dot(x: number, xRow: number, w: number, y: number, rows: number, depth: number): void
  rows_combine(x: number, xRow: number, v: number, y: number, rows: number, columns: number, accumulate: number): void
  row_sums(x: number, y: number, rows: number, columns: number): void
  column_sums(x: number, xRow: number, y: number, rows: number, columns: number): void
  block_sums(x: number, y: number, blocks: number, rows: number, columns: number): void
  add_partials(parts: number, count: number, stride: number, y: number, size: number, divisor: number): void
  softmax(x: number, y: number, rows: number, columns: number): void
  log_sum_exp(x: number, y: number, rows: number, columns: number): void
  transpose(x: number, y: number, rows: number, columns: number): void
  patches(x: number, y: number, ...geometry: number[]): void
  fold_patches(x: number, y: number, ...geometry: number[]): void
  max_pool(x: number, y: number, ...geometry: number[]): void
  take_maxima(x: number, values: number, y: number, ...geometry: number[]): void
  max_pool_gradient(x: number, g: number, y: number, ...geometry: number[]): void
  random_uniform(seed: number, y: number, first: number, count: number): void
}

/** The exports of the kernels that JavaScript can call; functions of vectors are for other modules only. */
export type Kernels = { readonly [Name in keyof FloatKernels as `${'f32' | 'f64'}_${Name}`]: FloatKernels[Name] } & {
  gather_rows(x: number, rowBytes: number, indices: number, y: number, count: number): void
  open_epoch(control: number, epoch: number, tiles: number): void
  claim_tile(control: number): number
}

/**
 * Which build runs: `fma` rounds a multiplication and addition once, `simd` twice. Where an engine has relaxed SIMD but a
 * processor without the instruction, `simd` runs: so there are two kinds of results in the world, and no third.
 */
export type KernelKind = 'fma' | 'simd'

function decode(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

/** The kernels as built import a shared memory; the flag that says so stands behind the import's name and kind. */
function forMemory(bytes: Uint8Array<ArrayBuffer>, isShared: boolean): Uint8Array<ArrayBuffer> {
  if (isShared) return bytes
  const name = new TextEncoder().encode('memory')
  const at = bytes.findIndex((_, i) => name.every((byte, j) => bytes[i + j] === byte) && bytes[i + name.length] === 0x02)
  const changed = bytes.slice()
  changed[at + name.length + 1] = 0x01
  return changed
}

const instantiate = (module: WebAssembly.Module, { memory }: Arena): Kernels =>
  new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernels

/** x * x - round(x * x) is 0 unless the product is added without having been rounded. */
function isReallyFused(kernels: Kernels, arena: Arena): boolean {
  const block = allocate(arena, 512 + kernels.f64_gemm_scratch())!
  const numbers = new Float64Array(arena.memory.buffer, block.address, 64)
  const x = 1 + 2 ** -30
  numbers.fill(0)
  numbers.set([-(x * x), x])
  numbers.set([1], 8)
  numbers.set([x], 16)
  const at = (i: number): number => block.address + i * 8
  kernels.f64_gemm(at(0), 2, 1, at(8), 8, 1, at(32), 1, 1, 1, 2, 0, block.address + 512)
  const isFused = numbers[32] !== 0
  release(arena, block)
  return isFused
}

interface Loaded {
  readonly kind: KernelKind
  readonly module: WebAssembly.Module
  readonly kernels: Kernels
  readonly functions: ReadonlyMap<string, VectorFunctionBody>
}

const functionNames = (['f32', 'f64'] as const).flatMap((t) => vectorFunctions.map((name) => `${t}_${name}`))

function load(arena: Arena): Loaded | undefined {
  for (const [kind, text] of [['fma', withFma], ['simd', withoutFma]] as const) {
    const bytes = forMemory(decode(text), arena.isShared)
    if ((arena.kernels ?? kind) !== kind || !WebAssembly.validate(bytes)) continue
    const module = new WebAssembly.Module(bytes)
    const kernels = instantiate(module, arena)
    if (kind === 'simd' || isReallyFused(kernels, arena)) {
      const functions = takeVectorFunctions(bytes, functionNames)
      return { kind, module, kernels, functions }
    }
  }
  return undefined
}

const loaded = new WeakMap<Arena, Loaded | 'none'>()

function loadedFor(arena: Arena): Loaded | undefined {
  const known = loaded.get(arena) ?? load(arena) ?? 'none'
  loaded.set(arena, known)
  return known === 'none' ? undefined : known
}

/** The kernels on a memory; undefined where the engine has no SIMD. */
export const commonKernels = (arena: Arena): Kernels | undefined => loadedFor(arena)?.kernels

/** Their module, for other threads. */
export const kernelsModule = (arena: Arena): WebAssembly.Module | undefined => loadedFor(arena)?.module

/** The functions of vectors that chains write inline. */
export const vectorFunctionBodies = (arena: Arena): ReadonlyMap<string, VectorFunctionBody> => loadedFor(arena)!.functions

/** Which build runs on a memory. */
export const kernelKind = (arena: Arena): KernelKind | undefined => loadedFor(arena)?.kind
