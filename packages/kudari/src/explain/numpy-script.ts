/** A training run as a complete NumPy program in the talk's style: run it, and it prints the same history. */
import { placeLayers } from '../nn/network.ts'
import { countParameters, parameterOrder } from '../nn/parameters.ts'
import { type ModelSpecification, isNetwork } from '../nn/specification.ts'
import { lossOf } from '../nn/losses.ts'
import { PARAMETERS_KEPT } from '../train/history.ts'
import type { Tensor } from '../tensor/tensor.ts'
import { type TrainingState, tensorsOf } from '../train/state.ts'
import type { Learning } from '../train/step.ts'
import { type Section, gradientName } from './sections.ts'
import { type SymbolicStep, symbolicStep } from './symbolic.ts'

/** A run to be written down. */
export interface ScriptedRun {
  readonly specification: ModelSpecification
  /** Inputs without the dummy column, as the table has them: shape (rows, features). */
  readonly inputs: Tensor
  readonly columns: readonly string[]
  /** What the pipeline subtracts from each input column, and then divides it by. */
  readonly offsets: readonly number[]
  readonly divisors: readonly number[]
  /** The truth: shape (rows,); numbers, or class indices. */
  readonly target: Tensor
  readonly targetName: string
  /** What is subtracted from a regression target. */
  readonly targetOffset: number
  /** The classes in order; empty for regression. */
  readonly classes: readonly string[]
  /** The state before the first step. */
  readonly state: TrainingState
  /** How its steps go down. */
  readonly learning: Learning
  readonly learningRate: number
  /** That of each step, where a schedule changes it. */
  readonly rates?: readonly number[]
  readonly iterations: number
  readonly batch: 'full' | number
  readonly shuffle: boolean
  readonly seed: number
}

const number = (value: number): string =>
  Number.isFinite(value) ? (Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : `${value}`) : 'np.nan'

/** A tensor as a Python literal, a row a line; more axes than two are shaped afterwards. */
function literal({ shape, data, size, dtype }: Tensor): string {
  const write = dtype === 'int32' ? String : number
  const row = (start: number, length: number) => `[${Array.from(data.subarray(start, start + length), write).join(', ')}]`
  if (shape.length === 0) return write(data[0])
  if (shape.length === 1) return row(0, shape[0])
  const width = shape.at(-1)!
  const rows = Array.from({ length: size / width }, (_, i) => `    ${row(i * width, width)},`)
  return `[\n${rows.join('\n')}\n]`
}

function array(tensor: Tensor): string {
  if (tensor.ndim === 0) return literal(tensor)
  return `np.array(${literal(tensor)})${tensor.ndim > 2 ? `.reshape(${tensor.shape.join(', ')})` : ''}`
}
const vector = (values: readonly number[]): string => `np.array([${values.map(number).join(', ')}])`

/** A text that may stand in a Python comment. */
const comment = (text: string): string => text.replaceAll(/[\r\n\u2028\u2029\u0085\v\f]+/g, ' ')

/** Kudari's shuffles in Python: xoshiro128** and Fisher-Yates, bit for bit (see tensor/random.ts). */
const shuffles = `def generator(seed):
    mask = 0xffffffff
    mixed = seed & mask
    state = []
    for _ in range(4):
        mixed = (mixed + 0x9e3779b9) & mask
        z = mixed ^ (mixed >> 16)
        z = z * 0x21f0aaad & mask
        z = (z ^ (z >> 15)) * 0x735a2d97 & mask
        state.append(z ^ (z >> 15))
    def bits():
        a, b, c, d = state
        rotated = b * 5 & mask
        result = ((rotated << 7 | rotated >> 25) & mask) * 9 & mask
        shifted = b << 9 & mask
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = (d << 11 | d >> 21) & mask
        state[:] = [a, b, c, d]
        return result
    def uniform():
        high, low = bits(), bits()
        return ((high >> 5) * 67108864 + (low >> 6)) / 9007199254740992
    return uniform

def permutation(uniform, count):
    order = np.arange(count)
    for i in range(count - 1, 0, -1):
        j = int(uniform() * (i + 1))
        order[i], order[j] = order[j], order[i]
    return order`

/** A part of a step as a comment. */
function sectionComment(section: Section): string {
  switch (section.kind) {
    case 'forward':
      return `# ${section.place} (${section.type})`
    case 'gradient':
      return `# gradient: ${section.place} (${section.type})`
    default:
      return `# ${section.kind}`
  }
}

/** The statements of a step as lines; those of a network have a comment above each part. */
function statementLines({ numpy, next }: SymbolicStep, hasComments: boolean): string[] {
  const lines = numpy.flatMap(({ name, expression, section }, i) => [
    ...(hasComments && section !== numpy[i - 1]?.section ? [sectionComment(section)] : []),
    `${name} = ${expression}`,
  ])
  // What could not be assigned at once, because its old value was still needed, is so in the end.
  const late = next.filter(({ name, numpy: written }) => name !== written)
  return [...lines, ...late.map(({ name, numpy: written }) => `${name} = ${written}`)]
}

/** The rows of each step, as the lines that open the loop and the lines that take a batch. */
function loopHead({ batch, shuffle, seed }: ScriptedRun): { before: string[]; inside: string[] } {
  if (batch === 'full') return { before: ['M = x.shape[0]'], inside: [] }
  return {
    before: [
      ...(shuffle ? [`random = generator(${seed})`] : []),
      `batch = ${batch}`,
      'start = len(x_all)',
    ],
    inside: [
      'if start >= len(x_all):',
      `    order = ${shuffle ? 'permutation(random, len(x_all))' : 'np.arange(len(x_all))'}`,
      '    start = 0',
      'rows = order[start:start + batch]',
      'start += batch',
      'x, yt = x_all[rows], yt_all[rows]',
      'M = len(rows)',
    ],
  }
}

/**
 * The run as a Python program. It needs NumPy only, holds its data, and leaves `history`: a list of
 * (iteration, loss before the update, parameters after it).
 */
export function numpyScript(run: ScriptedRun): string {
  const { specification, inputs, columns, offsets, divisors, target, classes, state } = run
  const isDeep = isNetwork(specification)
  const named = isDeep ? { gradientName: gradientName(Object.keys(state.parameters).length) } : {}
  const step = symbolicStep(specification, columns.length, classes.length, { ...run.learning, ...named })
  const tensors = tensorsOf(state)
  const names = Object.keys(tensors)
  const isOneHot = lossOf(specification.loss).activation === 'softmax'
  const isColumn = !isOneHot && placeLayers(specification, columns.length).at(-1)!.output.length === 1
  const hasDummy = specification.layers.some(({ type }) => type === 'dummy')
  const isFull = run.batch === 'full'
  const suffix = isFull ? '' : '_all'
  const { before, inside } = loopHead(run)

  const body = statementLines(step, isDeep)
  const listed = parameterOrder(specification, columns.length)
  const isListed = countParameters(state.parameters) <= PARAMETERS_KEPT

  return [
    'import numpy as np',
    '',
    ...step.helpers.flatMap((helper) => [helper, '']),
    ...(!isFull && run.shuffle ? [shuffles, ''] : []),
    `# inputs: ${comment(columns.join(', '))}`,
    `x1 = ${array(inputs)}`,
    ...(offsets.some((offset) => offset !== 0) ? [`x1 = x1 - ${vector(offsets)}`] : []),
    ...(divisors.some((divisor) => divisor !== 1) ? [`x1 = x1 / ${vector(divisors)}`] : []),
    ...(hasDummy ? [`x${suffix} = np.insert(x1, 0, 1.0, axis=1)`] : [`x${suffix} = x1`]),
    '',
    `# target: ${comment(run.targetName)}${classes.length > 0 ? ` (${comment(classes.map((name, i) => `${i} = ${name}`).join(', '))})` : ''}`,
    `yt${suffix} = ${array(target)}`,
    ...(run.targetOffset === 0 ? [] : [`yt${suffix} = yt${suffix} - ${number(run.targetOffset)}`]),
    ...(isOneHot ? [`yt${suffix} = np.eye(${classes.length})[yt${suffix}.astype(int)]`] : []),
    ...(isColumn ? [`yt${suffix} = yt${suffix}.reshape(-1, 1)`] : []),
    '',
    ...names.map((name) => `${name} = ${array(tensors[name])}`),
    run.rates ? `alphas = [${run.rates.join(', ')}]` : `alpha = ${run.learningRate}`,
    `iters = ${run.iterations}`,
    ...before,
    'history = []',
    '',
    'for k in range(iters):',
    ...(run.rates ? ['    alpha = alphas[k]'] : []),
    ...inside.map((line) => `    ${line}`),
    ...body.map((line) => `    ${line}`),
    `    p = np.concatenate([${listed.map((name) => `np.ravel(${name})`).join(', ')}])`,
    ...(isListed ? [] : ['    p = np.array([np.linalg.norm(p)])']),
    '    history.append((k, L, *p))',
    isListed
      ? "    print(f'iter = {k}  L = {L:.6f}  ' + '  '.join(f'w{i} = {v:.6f}' for i, v in enumerate(p)))"
      : "    print(f'iter = {k}  L = {L:.6f}  norm = {p[0]:.6f}')",
    '',
  ].join('\n')
}
