/** Threads never keep a process alive: one that has trained with them ends by itself. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

const program = `
import { generator, initializeParameters, oneHot, randomNormal, train, trainingExecution, useThreads } from '${pathToFileURL(join(root, 'packages/kudari/dist/index.js')).href}'
useThreads(3)
const random = generator(1)
const rows = 2000
const layers = [{ type: 'dense', units: 64 }, { type: 'relu' }, { type: 'dense', units: 10 }, { type: 'softmax' }]
const specification = { layers, loss: 'categorical-cross-entropy' }
const x = randomNormal(random, [rows, 100], 0, 1, { dtype: 'float32' })
const yt = oneHot(Array.from({ length: rows }, () => random.integer(10)), 10, 'float32')
const parameters = initializeParameters(specification, 100, { dtype: 'float32', random })
const problem = { specification, rows: { x, yt }, parameters, inputs: Array.from({ length: 100 }, (_, i) => 'c' + i) }
const { history } = await train(problem, { learningRate: 0.1, iterations: 60, batch: 'full' })
console.log(trainingExecution(problem, {}).threads, history.loss.length)
`

describe('a process that has used threads', () => {
  beforeAll(() => {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'packages/kudari'], { cwd: root })
  })

  it('ends by itself', () => {
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', timeout: 50_000 })
    expect(printed.trim()).toBe('3 60')
  })
})
