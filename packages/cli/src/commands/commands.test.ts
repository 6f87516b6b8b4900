import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadBlas } from '@kudari/blas'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findPython } from '../../../../tests/python.ts'
import { type Place, newPlace } from '../testing/run.ts'

const body = 'height,weight\n166,58.7\n176,75.7\n171,62.1\n173,70.4\n169,60.1\n'
const talk = ['--target', 'weight', '--center', '--init', '2,-1', '--lr', '0.01']
const shapes = `colour,size,kind\n${Array.from({ length: 60 }, (_, i) => `${['red', 'blue'][i % 2]},${i % 7},${i % 2 === 0 && i % 7 > 2 ? 'big' : 'small'}`).join('\n')}\n`

const blas = loadBlas('auto')
if (!blas) console.log('skipped: there is no BLAS on this system')

let place: Place
beforeEach(() => {
  place = newPlace()
  place.write('body.csv', body)
  place.write('shapes.csv', shapes)
})
afterEach(() => place.remove())

describe('train', () => {
  it("prints the talk's lines and writes the run", async () => {
    const { code, out } = await place.run(['train', 'body.csv', ...talk, '--iterations', '200', '--out', 'runs/talk'])
    const lines = out.split('\n').filter((line) => line.startsWith('iter'))
    expect(code).toBe(0)
    expect(lines).toHaveLength(200)
    // The first and last line of the talk's slide.
    expect(lines[0]).toBe('iter = 0  L = 50.416000  w0 = 1.980000  w1 = -0.672800')
    expect(lines[199]).toBe('iter = 199  L = 2.306147  w0 = 0.267959  w1 = 1.820690')
    expect(readdirSync(join(place.folder, 'runs/talk')).toSorted()).toEqual(['history.csv', 'model.safetensors', 'report.html', 'run.json'])
    const history = place.read('runs/talk/history.csv').split('\n')
    expect(history[0]).toBe('iteration,loss,w0,w1')
    expect(history[1]).toBe('0,50.41600000000001,1.98,-0.6728')
  })

  it('gives one JSON object with --json, and nothing with --quiet', async () => {
    const { out } = await place.run(['train', 'body.csv', ...talk, '--iterations', '5', '--json', '--out', 'a'])
    const result = JSON.parse(out)
    expect([result.out, result.iterations]).toEqual(['a', 5])
    expect(result.metrics.train.rmse).toBeCloseTo(Math.sqrt(result.metrics.train.mse), 12)
    expect((await place.run(['train', 'body.csv', ...talk, '--iterations', '5', '--quiet', '--out', 'b'])).out).toBe('')
  })

  it('never overwrites a run without --force, and then only a run', async () => {
    const command = ['train', 'body.csv', ...talk, '--iterations', '2', '--out', 'a']
    expect((await place.run(command)).code).toBe(0)
    const before = place.read('a/history.csv')
    const refused = await place.run(['train', 'body.csv', ...talk, '--iterations', '3', '--out', 'a'])
    expect(refused.code).toBe(2)
    expect(place.read('a/history.csv')).toBe(before)
    expect((await place.run([...command, '--force'])).code).toBe(0)
  })

  it('is the same to the bit for the same seed, and chooses another folder by itself', async () => {
    const command = ['train', 'shapes.csv', '--target', 'kind', '--batch', '8', '--epochs', '4', '--init', 'random', '--seed', '3']
    await place.run(command)
    await place.run(command)
    expect(place.read('runs/shapes-logistic/history.csv')).toBe(place.read('runs/shapes-logistic-2/history.csv'))
  })

  it('keeps what was learned when interrupted, says how to go on, and goes on', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 30)
    const options = ['--target', 'kind', '--iterations', '100000000', '--out', 'a']
    const { code, out } = await place.run(['train', 'shapes.csv', ...options], { signal: controller.signal })
    expect(code).toBe(130)
    expect(out).toContain('Go on with: kudari train --resume a')
    const before = place.read('a/history.csv')
    const again = new AbortController()
    setTimeout(() => again.abort(), 30)
    const resumed = await place.run(['train', '--resume', 'a'], { signal: again.signal })
    expect([resumed.code, resumed.err]).toEqual([130, ''])
    expect(resumed.out).toContain(`Going on at iteration ${before.trim().split('\n').length - 1}`)
    expect(place.read('a/history.csv').startsWith(before)).toBe(true)
    expect(place.read('a/history.csv').length).toBeGreaterThan(before.length)
  })

  it('says why a run diverged, keeps its history, and writes no model', async () => {
    const { code, err } = await place.run(['train', 'body.csv', '--target', 'weight', '--scale', 'none', '--lr', '1', '--iterations', '50', '--out', 'a'])
    expect(code).toBe(1)
    expect(err).toMatch(/the loss grew without bound: .* at iteration 0, .* Try --lr .*, or --scale standard: .*height/)
    expect(readdirSync(join(place.folder, 'a')).toSorted()).toEqual(['history.csv', 'report.html', 'run.json'])
  })

  it('takes weights layer by layer, and a specification from a file', async () => {
    place.write('weights.json', '[{"W": [[-1]], "b": [2]}]')
    place.write('spec.json', '{"layers": [{"type": "dense", "units": 3}, {"type": "tanh"}, {"type": "dense"}], "loss": "mean-square"}')
    const fromFile = await place.run(['train', 'body.csv', '--target', 'weight', '--center', '--init', 'weights.json', '--lr', '0.01', '--iterations', '3', '--out', 'a'])
    expect(fromFile.out).toContain('iter = 0  L = 50.416000  w0 = 1.980000  w1 = -0.672800')
    const network = await place.run(['train', 'body.csv', '--target', 'weight', '--model', 'spec.json', '--lr', '0.01', '--iterations', '3', '--json'])
    expect(network.code).toBe(0)
  })

  it('treats cells and names as text in the report', async () => {
    place.write('evil.csv', `"<script>alert(1)</script>",y\n${Array.from({ length: 9 }, (_, i) => `${i},${i * 2.5}`).join('\n')}\n`)
    const { code } = await place.run(['train', 'evil.csv', '--target', 'y', '--out', 'a'])
    expect(code).toBe(0)
    const report = place.read('a/report.html')
    expect(report).not.toContain('<script')
    expect(report).toContain('&lt;script&gt;')
  })

  it('trains on Shift_JIS with Japanese names', async () => {
    // 身長,体重 in Shift_JIS, by iconv.
    const rows = Array.from({ length: 40 }, (_, i) => `${150 + i},${40 + i * 0.9}`).join('\n')
    place.write('sjis.csv', Buffer.concat([Buffer.from('906792b72c91cc8f640a', 'hex'), Buffer.from(`${rows}\n`)]))
    const { code, out } = await place.run(['train', 'sjis.csv', '--target', '体重', '--out', 'a', '--lang', 'ja'])
    expect(code).toBe(0)
    expect(out).toContain('sjis.csv: 40 行、2 列（csv, shift_jis）')
    expect(place.read('a/report.html')).toMatch(/<html lang="ja">[\s\S]*身長/)
  })
})

describe('predict and evaluate', () => {
  beforeEach(async () => {
    await place.run(['train', 'shapes.csv', '--target', 'kind', '--iterations', '300', '--out', 'run'])
  })

  it('adds columns to the table as it is, and says what was missing or surplus', async () => {
    place.write('new.csv', 'size,note\n6,"a, b"\n0,x\n')
    const { code, out, err } = await place.run(['predict', 'run', 'new.csv'])
    const lines = out.trim().split('\n')
    expect(code).toBe(0)
    expect(lines[0]).toBe('size,note,prediction,probability_big,probability_small')
    expect(lines[1]).toMatch(/^6,"a, b",(?:big|small),0\.\d+,0\.\d+$/)
    expect(err).toMatch(/these columns are missing.*: colour\n.*unknown to the model and not used: note/)
  })

  it('writes a file, and not over another without --force', async () => {
    expect((await place.run(['predict', 'run', 'shapes.csv', '--out', 'p.csv'])).code).toBe(0)
    expect(place.read('p.csv').trim().split('\n')).toHaveLength(61)
    expect((await place.run(['predict', 'run', 'shapes.csv', '--out', 'p.csv'])).code).toBe(2)
  })

  it('measures', async () => {
    const { out } = await place.run(['evaluate', 'run', 'shapes.csv', '--json'])
    const measured = JSON.parse(out)
    expect([measured.task, measured.rows]).toEqual(['classification', 60])
    const { confusion } = measured as { confusion: number[][] }
    expect(measured.accuracy).toBeCloseTo((confusion[0][0] + confusion[1][1]) / 60, 12)
    expect((await place.run(['evaluate', 'run', 'shapes.csv'])).out).toContain('accuracy')
  })
})

describe('explain', () => {
  it('lays a step of a run open', async () => {
    await place.run(['train', 'body.csv', ...talk, '--iterations', '200', '--out', 'run'])
    const { out } = await place.run(['explain', 'run', '--step', '199'])
    // The weights after the last step: the talk's last line.
    expect(out).toContain('yp = x @ w')
    expect(out.trim().split('\n').at(-1)!.trim()).toMatch(/^\[0\.26795935 1\.82068966\]$/)
    expect((await place.run(['explain', 'run', '--step', '200'])).err).toContain('the run ends with step 199')
    expect((await place.run(['explain', 'run', '--format', 'tex'])).out).toContain(String.raw`y_{p} &= x w = \begin{pmatrix}`)
    const { out: json } = await place.run(['explain', 'body.csv', ...talk, '--json'])
    expect(JSON.parse(json).instructions[0]).toMatchObject({ name: 'yp', numpy: 'yp = x @ w', value: [7, -3, 2, 0, 4] })
  })

  it('refuses a run whose table has changed', async () => {
    await place.run(['train', 'body.csv', ...talk, '--iterations', '2', '--out', 'run'])
    place.write('body.csv', body.replace('58.7', '58.8'))
    expect((await place.run(['explain', 'run'])).err).toContain('the table has changed since the run')
  })

  const command = findPython('numpy')
  it.skipIf(!command).each([
    ['the talk', 'body.csv', [...talk, '--iterations', '50']],
    ['scaled classes', 'shapes.csv', ['--target', 'kind', '--iterations', '40', '--validation', '0']],
    ['shuffled mini-batches', 'shapes.csv', ['--target', 'kind', '--batch', '7', '--epochs', '3', '--seed', '5']],
    ['softmax', 'shapes.csv', ['--target', 'size', '--task', 'classification', '--iterations', '30', '--init', 'random']],
  ])('%s: the NumPy program gives the same history', async (_, data, options) => {
    await place.run(['train', data, ...options, '--out', 'run'])
    const { out } = await place.run(['explain', 'run', '--format', 'numpy'])
    place.write('run.py', `${out}\nimport json\njson.dump([[float(v) for v in row] for row in history], open('history.json', 'w'))\n`)
    execFileSync(command!, ['run.py'], { cwd: place.folder, stdio: 'ignore' })
    const theirs = JSON.parse(place.read('history.json')) as number[][]
    const [names, ...rows] = place.read('run/history.csv').trim().split('\n').map((line) => line.split(','))
    const kept = names.flatMap((name, i) => (name.startsWith('validation') ? [] : [i]))
    const own = rows.map((row) => kept.map((i) => Number(row[i])))
    expect(theirs).toHaveLength(own.length)
    const worst = Math.max(...own.flatMap((row, k) => row.map((value, i) => Math.abs(value - theirs[k][i]) / Math.max(1, Math.abs(value)))))
    // The same operations in another order of summation: some ulps over some tens of steps.
    expect(worst).toBeLessThan(1e-11)
  })
})

describe('the version', () => {
  it('is that of the packages', async () => {
    const { version } = await import('../version.ts')
    const root = fileURLToPath(new URL('../../../', import.meta.url))
    const paths = readdirSync(root).map((name) => join(root, name, 'package.json')).filter((path) => existsSync(path))
    expect(paths.map((path) => (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version)).toEqual(paths.map(() => version))
    expect((await place.run(['--version'])).out).toBe(`${version}\n`)
  })
})

describe('how computations are carried out', () => {
  it('is laid open by explain --plan, as text in both languages and as JSON', async () => {
    const command = ['explain', 'body.csv', ...talk, '--iterations', '200', '--plan']
    const { code, out } = await place.run(command)
    const lines = out.split('\n').map((line) => line.trim().split(/\s{2,}/))
    expect(code).toBe(0)
    expect(out).toMatch(/^executor: WebAssembly \(SIMD/)
    // The talk's three lines: a product, a loop with the loss, a product, a step down.
    expect(lines.filter(([name]) => ['yp', 't4, yd', 't5', 't8'].includes(name)).map(([, how]) => how)).toEqual([
      'kernel f64_rows_dot', 'one loop: subtract, square, mean', 'kernel f64_rows_combine', 'one loop: multiply, divide, subtract',
    ])
    expect((await place.run([...command, '--lang', 'ja'])).out).toMatch(/^実行方式: WebAssembly（SIMD/)
    const execution = JSON.parse((await place.run([...command, '--json'])).out)
    expect([execution.executor, execution.threads, execution.stages.length]).toEqual(['wasm', 1, 1])
  })

  it('is recorded with the run, and does not depend on the number of threads', async () => {
    const command = ['train', 'shapes.csv', '--target', 'kind', '--batch', '8', '--epochs', '3', '--seed', '3']
    await place.run([...command, '--threads', '1', '--out', 'one'])
    await place.run([...command, '--threads', '4', '--blas', 'off', '--out', 'four'])
    expect(place.read('four/history.csv')).toBe(place.read('one/history.csv'))
    expect(JSON.parse(place.read('one/run.json')).execution).toEqual({ executor: 'wasm', kernels: expect.stringMatching(/^(fma|simd)$/) })
  })

  it.skipIf(!blas)('is recorded with the number of threads where a BLAS is used', async () => {
    const layers = '{"type": "dense", "units": 64}, {"type": "tanh"}, {"type": "dense", "units": 64}, {"type": "tanh"}, {"type": "dense"}, {"type": "sigmoid"}'
    place.write('wide.json', `{"layers": [${layers}], "loss": "binary-cross-entropy"}`)
    const command = ['train', 'shapes.csv', '--target', 'kind', '--model', 'wide.json', '--batch', 'full', '--epochs', '1', '--threads', '3']
    await place.run([...command, '--out', 'run'])
    await place.run([...command, '--blas', 'off', '--out', 'without'])
    expect(JSON.parse(place.read('run/run.json')).execution).toMatchObject({ executor: 'wasm', products: blas!.name, threads: 3 })
    expect(JSON.parse(place.read('without/run.json')).execution).not.toHaveProperty('threads')
  })

  it('refuses a BLAS that is none, and writes nothing', async () => {
    const { code, err } = await place.run(['train', 'body.csv', ...talk, '--blas', 'body.csv', '--out', 'run'])
    expect([code, existsSync(join(place.folder, 'run'))]).toEqual([2, false])
    expect(err).toMatch(/^kudari: error: --blas body.csv: cannot be used as a BLAS \(.*, or auto; --blas off does without a BLAS\n$/)
  })

  it('says where the name of that BLAS came from', async () => {
    const env = { LANG: 'ja_JP.UTF-8', KUDARI_BLAS: 'body.csv' }
    const { code, err } = await place.run(['train', 'body.csv', ...talk, '--out', 'run'], { env })
    expect([code, existsSync(join(place.folder, 'run'))]).toEqual([2, false])
    expect(err).toMatch(/^kudari: エラー: KUDARI_BLAS=body.csv: BLAS として使えません（.*か、auto を指定してください。KUDARI_BLAS=off とすれば BLAS を使いません\n$/)
    // The option stands above the environment.
    expect((await place.run(['train', 'body.csv', ...talk, '--iterations', '1', '--blas', 'off', '--out', 'run'], { env })).code).toBe(0)
  })
})
