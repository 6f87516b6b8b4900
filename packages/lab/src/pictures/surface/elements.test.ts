import { inspectNetwork, linear, mlp, parameterOrder } from 'kudari'
import type { ModelSpecification } from 'kudari'
import { expect, it } from 'vitest'
import type { PlanView } from '../../worker/plan-view.ts'
import { elementName, elementTitle, firstAxes, indexOf, isWeightList, positionsOf, tensorsOf } from './elements.ts'

/** As much of a plan as names are made from. */
const planOf = (specification: ModelSpecification, inputs: readonly string[]): PlanView =>
  ({ network: inspectNetwork(specification, inputs.length), parameterNames: parameterOrder(specification, inputs.length), inputs }) as unknown as PlanView

const line = planOf(linear(), ['height', 'age'])
const network = planOf(mlp([3], { classes: 2 }, {}), ['height', 'age'])

it('names the parameters of the talk as the talk does, with their inputs', () => {
  expect(isWeightList(line)).toBe(true)
  expect([0, 2].map((index) => elementTitle(line, { tensor: 'w', index }))).toEqual(['w0', 'w2 (age)'])
  expect(firstAxes(line)).toEqual([{ tensor: 'w', index: 0 }, { tensor: 'w', index: 1 }])
})

it('names those of networks by tensor and position', () => {
  expect(isWeightList(network)).toBe(false)
  expect(tensorsOf(network).find(({ name }) => name === 'W1')).toEqual({ name: 'W1', shape: [2, 3], size: 6 })
  expect(elementName(network, { tensor: 'W1', index: 4 })).toBe('W1[1, 1]')
  expect(firstAxes(network)).toEqual([{ tensor: 'W1', index: 0 }, { tensor: 'W1', index: 1 }])
})

it('counts positions in row-major order, there and back', () => {
  const tensor = { name: 'W', shape: [2, 3, 4], size: 24 }
  expect(positionsOf(tensor, 23)).toEqual([1, 2, 3])
  for (let index = 0; index < 24; index++) expect(indexOf(tensor, positionsOf(tensor, index))).toBe(index)
})
