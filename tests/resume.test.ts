/** A run that is killed goes on from its last checkpoint, and ends with the same bits as one that nobody disturbed. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeMoons } from 'kudari'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const cli = join(root, 'packages/cli/bin/kudari.mjs')
let folder = ''

beforeAll(() => {
  // A process that can be killed is the command as it is installed.
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'packages/cli'], { cwd: root })
  folder = mkdtempSync(join(tmpdir(), 'kudari-resume-'))
  const { x, y } = makeMoons({ rows: 200, seed: 1, noise: 0.2 })
  const lines = Array.from(y.data, (label, i) => `${x.data[2 * i]},${x.data[2 * i + 1]},${label}`)
  writeFileSync(join(folder, 'moons.csv'), `x1,x2,label\n${lines.join('\n')}\n`)
  const layers = [
    { type: 'dense', units: 16 }, { type: 'batch-normalization' }, { type: 'relu' }, { type: 'dropout', rate: 0.2 },
    { type: 'dense' }, { type: 'sigmoid' },
  ]
  writeFileSync(join(folder, 'network.json'), JSON.stringify({ layers, loss: 'binary-cross-entropy' }))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command; `until` looks at the folder again and again, and where it answers yes the process is killed. */
function kudari(args: readonly string[], until?: () => boolean): Promise<{ readonly code: number | null; readonly signal: string | null; readonly errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
    const timer = until && setInterval(() => until() && child.kill('SIGKILL'), 5)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      clearInterval(timer)
      resolve({ code, signal, errors })
    })
  })
}

const file = (run: string, name: string): Buffer => readFileSync(join(folder, run, name))

const options = [
  { name: 'a linear model with momentum', args: ['--optimizer', 'momentum', '--iterations', '60000', '--batch', '16'] },
  { name: 'a network with Adam, dropout, normalisation, a schedule and early stopping', args: ['--model', 'network.json', '--epochs', '1500', '--patience', '1400', '--schedule', 'plateau:20:0.7'] },
]

describe.each(options)('$name', ({ args }) => {
  it('is the same after kill -9 and --resume, twice', async () => {
    const train = ['train', 'moons.csv', '--target', 'label', '--seed', '3', '--quiet', ...args]
    const whole = await kudari([...train, '--out', 'whole', '--checkpoint', 'off'])
    expect([whole.code, whole.errors]).toEqual([0, ''])

    const checkpoint = join(folder, 'broken', 'checkpoint.safetensors')
    const killed = await kudari([...train, '--out', 'broken', '--checkpoint', '20'], () => existsSync(checkpoint))
    expect([killed.signal, existsSync(join(folder, 'broken', 'model.safetensors'))]).toEqual(['SIGKILL', false])
    const before = readFileSync(checkpoint)
    const again = await kudari(['train', '--resume', 'broken', '--quiet', '--checkpoint', '20'], () => !readFileSync(checkpoint).equals(before))
    expect(again.signal).toBe('SIGKILL')

    const resumed = await kudari(['train', '--resume', 'broken', '--quiet'])
    expect([resumed.code, resumed.errors]).toEqual([0, ''])
    for (const name of ['model.safetensors', 'history.csv']) expect(file('broken', name).equals(file('whole', name))).toBe(true)
    expect(existsSync(checkpoint)).toBe(false)
    rmSync(join(folder, 'whole'), { recursive: true })
    rmSync(join(folder, 'broken'), { recursive: true })
  })
})

describe('what cannot be resumed', () => {
  it('is refused in words', async () => {
    await kudari(['train', 'moons.csv', '--target', 'label', '--iterations', '3', '--quiet', '--out', 'done'])
    const [ended, missing, changed] = [
      await kudari(['train', '--resume', 'done', '--lang', 'en']),
      await kudari(['train', '--resume', 'nowhere', '--lang', 'en']),
      await kudari(['train', '--resume', 'done', '--lr', '0.1', '--lang', 'en']),
    ]
    expect([ended.code, missing.code, changed.code]).toEqual([2, 2, 2])
    expect(ended.errors).toContain('--resume done: there is no checkpoint in it')
    expect(missing.errors).toContain('--resume nowhere: no such folder')
    expect(changed.errors).toContain('--lr')
  })
})
