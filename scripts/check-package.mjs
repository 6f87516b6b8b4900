/** Checks the library as its users get it: packed, installed into an empty project, typed, and training the talk's model. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

const root = fileURLToPath(new URL('..', import.meta.url))
const library = join(root, 'packages/kudari')
const folder = mkdtempSync(join(tmpdir(), 'kudari-package-'))
const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
const check = (isFine, what) => {
  if (!isFine) throw new Error(`not so: ${what}`)
  console.log(`ok: ${what}`)
}

const program = `import { compile, grad, insert, scalar, tensor, type Tensor } from 'kudari'

const data = tensor([[166, 58.7], [176, 75.7], [171, 62.1], [173, 70.4], [169, 60.1]])
const centred = data.sub(data.mean({ axis: 0 }))
const x = insert(centred.slice(':', '0:1'), 0, 1, { axis: 1 })
const yt = centred.slice(':', 1)
const loss = (w: Tensor): Tensor => x.matmul(w).sub(yt).square().mean().div(2)
const step = compile((w: Tensor) => ({ loss: loss(w), w: w.sub(grad(loss)(w).mul(scalar(0.01))) }))

let w: Tensor = tensor([2, -1])
let last = 0
for (let k = 0; k < 200; k++) {
  const result = step(w)
  last = result.loss.item()
  w = result.w
}
console.log(last.toFixed(6), Array.from(w.data, (value: number) => value.toFixed(6)).join(' '))
`

try {
  const manifest = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'))
  const dependencies = ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}))
  check(dependencies.length === 0, 'the library has no runtime dependency')

  const { messages, pkg } = await publint({ pkgDir: library, strict: true })
  for (const message of messages) console.log(formatMessage(message, pkg))
  check(messages.length === 0, 'publint finds nothing')

  // What was built earlier may hold files that are no longer written.
  rmSync(join(library, 'dist'), { recursive: true, force: true })
  rmSync(join(library, 'tsconfig.tsbuildinfo'), { force: true })
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', library], root)

  const [{ filename, files }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], library))
  const stray = files.map(({ path }) => path).filter((path) => /\.test\.|\/testing\//.test(path))
  check(stray.length === 0, `the package holds no tests${stray.length > 0 ? `: ${stray.join(', ')}` : ''}`)

  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }')
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], folder)
  check(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')).join() === 'kudari', 'it installs alone')

  writeFileSync(join(folder, 'talk.ts'), program)
  const compiler = { module: 'nodenext', target: 'es2024', strict: true, outDir: 'out', types: [], lib: ['es2024', 'dom'] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: compiler, include: ['talk.ts'] }))
  run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], folder)
  check(true, 'its types fit a strict program')

  // The losses and weights of the talk's last line.
  const printed = run(process.execPath, [join(folder, 'out/talk.js')], folder).trim()
  check(printed === '2.306147 0.267959 1.820690', `it trains the talk's model (${printed})`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
