/** What simplification promises of every Program: the same results, no more work, and nothing left to simplify. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { run } from '../../run/reference.ts'
import type { Tensor } from '../../tensor/tensor.ts'
import { printProgram } from '../print.ts'
import type { Program } from '../program.ts'
import { inputsOf, programOf, recipes, spread } from '../testing/random-programs.ts'
import { simplify } from './simplify.ts'

/** -0 as 0: simplification may change the sign of a zero, and nothing else. */
const numbersOf = ({ data }: Tensor): number[] => Array.from(data, (element) => (element === 0 ? 0 : element))

const typesOf = (tensors: readonly Tensor[]): string[] => tensors.map(({ dtype, shape }) => `${dtype} ${shape.join()}`)

/** Instructions other than `number * x`, `x / number` and `-x`: factors may be written once for each place they go to. */
function countWithoutFactors({ instructions, constants }: Program): number {
  const numbers = new Set(constants.filter(({ tensor }) => tensor.size <= 1).map(({ value }) => value))
  const isFactor = ({ operation, inputs }: Program['instructions'][number]): boolean =>
    operation === 'negative' ||
    ((operation === 'multiply' || operation === 'divide') && inputs.some((input) => numbers.has(input)))
  return instructions.filter((instruction) => !isFactor(instruction)).length
}

const everyKind = fc.oneof(
  recipes({ kind: 'exact', dtypes: ['float64', 'float32', 'int32'] }),
  recipes({ kind: 'smooth', dtypes: ['float64', 'float32'] }),
)

describe('simplify, on random Programs', () => {
  it('gives exactly the same numbers where arithmetic is exact, whatever the dtypes', () => {
    let compared = 0
    const options = { kind: 'exact', dtypes: ['float64', 'float32', 'int32'] } as const
    fc.assert(
      fc.property(recipes(options), (recipe) => {
        const program = programOf(recipe)
        const inputs = inputsOf(recipe)
        const { largest, isExact } = spread(program, inputs)
        fc.pre(isExact && largest < 1024)
        compared++
        const expected = run(program, inputs)
        const actual = run(simplify(program), inputs)
        expect(typesOf(actual)).toEqual(typesOf(expected))
        expect(actual.map(numbersOf)).toEqual(expected.map(numbersOf))
      }),
      { numRuns: 1000 },
    )
    expect(compared).toBeGreaterThan(500)
  })

  it('gives NaN and infinities where the original does', () => {
    const elements = [NaN, Infinity, -Infinity, 0, -0, 1, -2]
    fc.assert(
      fc.property(recipes({ kind: 'exact', elements }), (recipe) => {
        const program = programOf(recipe)
        const inputs = inputsOf(recipe)
        const { largest, isExact } = spread(program, inputs)
        fc.pre(isExact && largest < 1024)
        expect(run(simplify(program), inputs).map(numbersOf)).toEqual(run(program, inputs).map(numbersOf))
      }),
      { numRuns: 1000 },
    )
  })

  it('differs by rounding only where factors move: by at most 1e-9 of the largest number squared', () => {
    fc.assert(
      fc.property(recipes({ kind: 'smooth' }), (recipe) => {
        const program = programOf(recipe)
        const inputs = inputsOf(recipe)
        const { largest } = spread(program, inputs)
        fc.pre(largest < 1e4)
        const tolerance = 1e-9 * Math.max(1, largest) ** 2
        const expected = run(program, inputs)
        const actual = run(simplify(program), inputs)
        const isNear = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) <= tolerance
        const far = actual.flatMap(({ data }, i) => [...data].filter((element, j) => !isNear(element, expected[i].data[j])))
        expect(far).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('has nothing left to simplify in what it made', () => {
    fc.assert(
      fc.property(everyKind, (recipe) => {
        const once = simplify(programOf(recipe))
        expect(printProgram(simplify(once))).toBe(printProgram(once))
      }),
      { numRuns: 1000 },
    )
  })

  it('adds no instructions, apart from factors that move to several places', () => {
    fc.assert(
      fc.property(everyKind, (recipe) => {
        const program = programOf(recipe)
        expect(countWithoutFactors(simplify(program))).toBeLessThanOrEqual(countWithoutFactors(program))
      }),
      { numRuns: 1000 },
    )
  })
})
