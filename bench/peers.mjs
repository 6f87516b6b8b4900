/** The peers: how each is started, which workloads it serves, and how to find out whether it is installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { csvFile, folder } from './data.mjs'
import { workloads } from './workloads.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const python = process.env.KUDARI_PYTHON || 'python3'
const threads = String(cpus().length)
const env = { ...process.env, OPENBLAS_NUM_THREADS: threads, OMP_NUM_THREADS: threads, MKL_NUM_THREADS: threads, TF_CPP_MIN_LOG_LEVEL: '3' }

const pythonModule = (module) => () =>
  spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0 ? undefined : `${python} has no ${module}; KUDARI_PYTHON names another Python`
const nodePackage = (name) => () => (existsSync(here(`node_modules/${name}`)) ? undefined : `npm install --prefix bench brings ${name}`)
const always = () => undefined

const script = (path, ...more) => (name) => [process.execPath, [here(path), name, ...more]]
const pythonScript = (path, ...more) => (name) => [python, [here(path), JSON.stringify(workloads[name]), folder, ...more]]

const cli = here('../packages/cli/bin/kudari.mjs')
/** `kudari` as a whole process: W9 trains on a CSV, W10 is the talk, W10-help the help text. */
function kudariProcess(name, out) {
  const { epochs, batch, rate } = workloads.W9
  const given = {
    W9: ['train', csvFile, '--target', 'y', '--epochs', epochs, '--batch', batch, '--lr', rate, '--no-shuffle', '--dtype', 'float32', '--out', out, '--quiet'],
    W10: ['train', here('../examples/body.csv'), '--target', 'weight', '--center', '--init', '2,-1', '--lr', '0.01', '--iterations', '200', '--out', out],
    'W10-help': ['--help'],
  }
  return [process.execPath, [cli, ...given[name].map(String)]]
}

const warm = Object.keys(workloads).filter((name) => workloads[name].kind !== 'process')
const all = Object.keys(workloads)

const peers = {
  kudari: { serves: all, missing: always, start: script('peers/kudari.mjs'), process: kudariProcess, env: { KUDARI_BLAS: 'auto' } },
  'kudari-wasm': { serves: warm, missing: always, start: script('peers/kudari.mjs'), env: { KUDARI_BLAS: 'off' } },
  'kudari-blas': {
    serves: ['W4', 'W4b', 'W7', 'W8'],
    missing: () => (spawnSync(process.execPath, [here('has-blas.mjs')], { stdio: 'ignore' }).status === 0 ? undefined : 'no BLAS is found on this system'),
    start: script('peers/kudari.mjs'),
    env: { KUDARI_BLAS: 'auto' },
  },
  numpy: {
    serves: [...warm, 'W10-help'],
    missing: pythonModule('numpy'),
    start: pythonScript('peers/numpy_peer.py'),
    process: () => [python, ['-c', 'import numpy']],
  },
  pytorch: {
    serves: [...warm, 'W9', 'W10-help'],
    missing: pythonModule('torch'),
    start: pythonScript('peers/pytorch_peer.py', 'eager'),
    process: (name) => (name === 'W9' ? [python, [here('peers/csv_pytorch.py'), JSON.stringify(workloads.W9), csvFile]] : [python, ['-c', 'import torch']]),
  },
  jax: { serves: warm, missing: pythonModule('jax'), start: pythonScript('peers/jax_peer.py') },
  sklearn: {
    serves: ['W9'],
    missing: pythonModule('sklearn, pandas'),
    process: () => [python, [here('peers/csv_sklearn.py'), JSON.stringify(workloads.W9), csvFile]],
  },
  'tfjs-cpu': { serves: warm.filter((name) => !['W4', 'W7', 'W8'].includes(name)), missing: nodePackage('@tensorflow/tfjs'), start: script('peers/tfjs.mjs', 'cpu') },
  'tfjs-wasm': { serves: warm, missing: nodePackage('@tensorflow/tfjs-backend-wasm'), start: script('peers/tfjs.mjs', 'wasm') },
  'jax-js': { serves: warm, missing: nodePackage('@jax-js/jax'), start: script('peers/jax-js.mjs') },
}

export const peerNames = Object.keys(peers)
export const serves = (peer, name) => peers[peer].serves.includes(name)
/** Undefined, or why a peer is not there. */
export const isThere = (peer) => peers[peer].missing()

/** Runs a workload on a peer: the milliseconds of its repetitions, and its final loss. */
export async function runPeer(peer, name) {
  const own = { ...env, ...peers[peer].env }
  if (workloads[name].kind !== 'process')
    return JSON.parse(execFileSync(...peers[peer].start(name), { encoding: 'utf8', env: own, stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n').at(-1))
  const parent = mkdtempSync(join(tmpdir(), 'kudari-bench-'))
  const [command, parameters] = peers[peer].process(name, join(parent, 'run'))
  const start = performance.now()
  execFileSync(command, parameters, { env: own, stdio: ['ignore', 'ignore', 'inherit'] })
  const ms = performance.now() - start
  rmSync(parent, { recursive: true })
  return { ms: [ms] }
}
