import { expect, it } from 'vitest'
import { shortestNames } from './names.ts'

it.each([
  [['/a/runs/sgd'], ['sgd']],
  [['/a/runs/sgd', '/a/runs/l2'], ['sgd', 'l2']],
  [['/home/a/runs/sgd', '/home/b/runs/sgd', '/home/b/runs/l2'], ['a/runs/sgd', 'b/runs/sgd', 'l2']],
  [['/run', '/a/run'], ['/run', 'a/run']],
  [['/実験 1/結果', '/実験 2/結果'], ['実験 1/結果', '実験 2/結果']],
])('of %j are %j', (paths, names) => {
  expect(shortestNames(paths)).toEqual(names)
})
