/** `npm start`: builds Kudari and runs it — the talk's run, or `kudari train` on the table that was named. */
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))

const build = spawnSync(process.execPath, [inRoot('node_modules/typescript/bin/tsc'), '-b'], { cwd: root, encoding: 'utf8' })
if (build.status !== 0) {
  console.error(build.error?.message ?? build.stdout + build.stderr)
  process.exit(1)
}

const given = process.argv.slice(2)
const talk = 'examples/body.csv --target weight --center --init 2,-1 --lr 0.01 --iterations 200 --out runs/talk --force'.split(' ')
// The user's paths are seen from where npm was called; the talk's from here.
const cwd = given.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : root
const args = [inRoot('packages/cli/bin/kudari.mjs'), 'train', ...(given.length > 0 ? given : talk)]
const child = spawn(process.execPath, args, { cwd, stdio: 'inherit' })
// Ctrl-C reaches the child by itself; here it only must not end the wait for it.
process.on('SIGINT', () => {})
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
})
