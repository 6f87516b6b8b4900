import { expect, it } from 'vitest'
import { withAxis } from './axes.ts'

it.each([
  [['a', 'b'], 0, 'c', ['c', 'b']],
  [['a', 'b'], 0, 'b', ['b', 'a']],
  [['a', 'b'], 1, 'a', ['b', 'a']],
  [['a', 'b'], 1, undefined, ['a']],
  [['a'], 1, 'c', ['a', 'c']],
  [['a'], 0, 'c', ['c']],
] as const)('puts inputs on axes: %j, axis %i, %s', (axes, which, name, expected) => expect(withAxis(axes, which, name)).toEqual(expected))
