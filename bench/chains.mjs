/**
 * Chains or an interpreter: elementwise operations as one generated loop, and as one loop after the other over tiles that stay in the cache,
 * which is the least that an interpreter of operations could take.
 */
import { generator, randomNormal, trace, useThreads } from '../packages/kudari/dist/index.js'
import { prepareOnMachine } from '../packages/kudari/dist/run/wasm/executable.js'

useThreads(1)
/** Numbers: many tiles of them. */
const size = 1 << 21

/** What an interpreter would do one after the other: the operations of a logistic step, and those of a tanh layer on its way back. */
const rows = {
  'sigmoid, subtract, multiply, square': [(x) => x.sigmoid(), (x) => x.subtract(0.5), (x) => x.multiply(0.1), (x) => x.square()],
  'add, tanh, square, subtract, multiply': [(x) => x.add(1), (x) => x.tanh(), (x) => x.square(), (x) => x.negative().add(1), (x) => x.multiply(0.3)],
  'multiply, add, square, subtract, divide, relu': [
    (x) => x.multiply(2), (x) => x.add(1), (x) => x.square(), (x) => x.subtract(0.3), (x) => x.divide(3), (x) => x.relu(),
  ],
}

const x = randomNormal(generator(1), [size], 0, 1, { dtype: 'float32' })

/**
 * The sum of what the operations give.
 *
 * @param isOneLoop whether they are one chain; a view between them, which costs nothing, keeps chains apart.
 */
function prepare(operations, isOneLoop) {
  const apply = (value) =>
    operations.reduce((result, operation, i) => operation(isOneLoop ? result : result.reshape(i % 2 === 0 ? [size, 1] : [size])), value).sum()
  const { program } = trace(apply, [{ shape: [size], dtype: 'float32', name: 'x' }])
  return prepareOnMachine(program)
}

/** Nanoseconds a number for each of several programs: the shortest of many calls, taken in turn so that all see the same machine. */
function measure(programs) {
  const shortest = programs.map(() => Infinity)
  for (let i = 0; i < 60; i++)
    for (const [j, execute] of programs.entries()) {
      const start = performance.now()
      execute([x])
      shortest[j] = Math.min(shortest[j], performance.now() - start)
    }
  return shortest.map((milliseconds) => (milliseconds * 1e6) / size)
}

for (const [name, operations] of Object.entries(rows)) {
  const [one, apart] = measure([prepare(operations, true), prepare(operations, false)])
  console.log(`${name.padEnd(48)} one loop ${one.toFixed(2)} ns a number, one after the other ${apart.toFixed(2)}: ${(apart / one).toFixed(2)} times as long`)
}
process.exit(0)
