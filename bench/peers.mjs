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

/** Environment of a peer that may use so many threads. */
function withThreads(count) {
  const names = ['OPENBLAS_NUM_THREADS', 'OMP_NUM_THREADS', 'MKL_NUM_THREADS', 'PEER_THREADS']
  return {
    TF_CPP_MIN_LOG_LEVEL: '3',
    ...Object.fromEntries(names.map((name) => [name, String(count)])),
    ...(count === 1 && { XLA_FLAGS: '--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1' }),
  }
}
const counts = [...new Set([1, cpus().length])]
/** Some peers are faster with one thread, some with all: both are tried, and the faster one counts. */
const byThreads = counts.map((count) => ({ name: count === 1 ? '1 thread' : `${count} threads`, env: withThreads(count) }))
/** PyTorch operation by operation, and compiled where that works. */
const byMode = ['eager', 'compile'].flatMap((mode) => byThreads.map(({ name, env }) => ({ name: `${mode}, ${name}`, env: { ...env, PEER_MODE: mode } })))

const pythonModule = (module) => () =>
  spawnSync(python, ['-c', `import ${module}`], { stdio: 'ignore' }).status === 0 ? undefined : `${python} has no ${module}; KUDARI_PYTHON names another Python`
const nodePackage = (name) => () => (existsSync(here(`node_modules/${name}`)) ? undefined : `npm install --prefix bench brings ${name}`)
const always = () => undefined

const script = (path, ...more) => (name) => [process.execPath, [here(path), name, ...more]]
const pythonScript = (path) => (name) => [python, [here(path), JSON.stringify(workloads[name]), folder]]
const csvScript = (path) => [python, [here(path), JSON.stringify(workloads.W9), csvFile]]

const cli = here('../packages/cli/bin/kudari.mjs')
/** `kudari` as a whole process: W9 trains on a CSV, W10 is the talk, W10-help the help text. */
function kudariProcess(name, out) {
  const { epochs, batch, rate } = workloads.W9
  const given = {
    W9: ['train', csvFile, '--target', 'y', '--epochs', epochs, '--batch', batch, '--lr', rate, '--no-shuffle', '--dtype', 'float32', '--out', out, '--json'],
    W10: ['train', here('../examples/body.csv'), '--target', 'weight', '--center', '--init', '2,-1', '--lr', '0.01', '--iterations', '200', '--out', out],
    'W10-help': ['--help'],
  }
  return [process.execPath, [cli, ...given[name].map(String)]]
}

const warm = Object.keys(workloads).filter((name) => workloads[name].kind !== 'process')
const all = Object.keys(workloads)
const large = 'it takes minutes for each repetition'

/** `variants`: the ways in which a peer can be run. The fastest counts. */
const peers = {
  kudari: { serves: all, missing: always, start: script('peers/kudari.mjs'), process: kudariProcess, variants: [{ env: { KUDARI_BLAS: 'auto' } }] },
  'kudari-wasm': { serves: warm, missing: always, start: script('peers/kudari.mjs'), variants: [{ env: { KUDARI_BLAS: 'off' } }] },
  'kudari-blas': {
    serves: ['W4', 'W4b', 'W5', 'W7', 'W8'],
    missing: () => (spawnSync(process.execPath, [here('has-blas.mjs')], { stdio: 'ignore' }).status === 0 ? undefined : 'no BLAS is found on this system'),
    start: script('peers/kudari.mjs'),
    variants: [{ env: { KUDARI_BLAS: 'auto' } }],
  },
  numpy: {
    serves: [...warm, 'W10-help'],
    skips: { W5: 'convolutions by hand would say little of NumPy' },
    missing: pythonModule('numpy'),
    start: pythonScript('peers/numpy_peer.py'),
    process: () => [python, ['-c', 'import numpy']],
    variants: byThreads,
  },
  pytorch: {
    serves: [...warm, 'W9', 'W10-help'],
    missing: pythonModule('torch'),
    start: pythonScript('peers/pytorch_peer.py'),
    process: (name) => (name === 'W9' ? csvScript('peers/csv_pytorch.py') : [python, ['-c', 'import torch']]),
    variants: byMode,
  },
  jax: { serves: warm, missing: pythonModule('jax'), start: pythonScript('peers/jax_peer.py'), variants: byThreads },
  sklearn: { serves: ['W9'], missing: pythonModule('sklearn, pandas'), process: () => csvScript('peers/csv_sklearn.py'), variants: byThreads },
  'tfjs-cpu': {
    serves: warm,
    skips: { W4: large, W5: large, W7: large, W8: large },
    missing: nodePackage('@tensorflow/tfjs'),
    start: script('peers/tfjs.mjs', 'cpu'),
    variants: [{ env: {} }],
  },
  'tfjs-wasm': { serves: warm, missing: nodePackage('@tensorflow/tfjs-backend-wasm'), skips: { W5: 'this backend cannot train convolutions' }, start: script('peers/tfjs.mjs', 'wasm'), variants: [{ env: {} }] },
  'jax-js': { serves: warm, skips: { W5: large }, missing: nodePackage('@jax-js/jax'), start: script('peers/jax-js.mjs'), variants: byThreads },
}

export const peerNames = Object.keys(peers)
export const serves = (peer, name) => peers[peer].serves.includes(name)
/** Why a peer is not asked for a workload that it could serve; undefined where it is. */
export const skipped = (peer, name) => peers[peer].skips?.[name]
/** Undefined, or why a peer is not there. */
export const isThere = (peer) => peers[peer].missing()

/** The ways in which a peer can run a workload. A whole process that computes nothing on threads has one. */
export function variantsOf(peer, name) {
  const { variants } = peers[peer]
  if (workloads[name].kind !== 'process') return variants
  return name === 'W9' ? variants.filter((variant) => variant.env.PEER_MODE !== 'compile') : variants.slice(0, 1)
}

/** What was printed as JSON on the last line; undefined if that is something else. */
function lastLine(output) {
  try {
    return JSON.parse(output.trim().split('\n').at(-1))
  } catch {
    return undefined
  }
}

/**
 * Runs a workload on a peer in one of its ways: the milliseconds of its repetitions, and its final loss.
 *
 * @returns undefined when it failed: what was tried does not work on this machine.
 */
export async function runPeer(peer, name, { env }) {
  const options = { encoding: 'utf8', env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] }
  if (workloads[name].kind !== 'process') {
    const [command, parameters] = peers[peer].start(name)
    const { status, stdout } = spawnSync(command, parameters, options)
    return status === 0 ? lastLine(stdout) : undefined
  }
  const parent = mkdtempSync(join(tmpdir(), 'kudari-bench-'))
  const [command, parameters] = peers[peer].process(name, join(parent, 'run'))
  const start = performance.now()
  const output = execFileSync(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
  const ms = performance.now() - start
  rmSync(parent, { recursive: true })
  const printed = lastLine(output)
  const loss = printed?.metrics?.validation?.logLoss ?? printed?.loss
  return { ms: [ms], ...(loss !== undefined && { loss }) }
}
