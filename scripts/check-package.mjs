/** Checks the packages as their users get them: packed, installed into an empty project, typed, and training the talk's model; the Lab's site. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

const root = fileURLToPath(new URL('..', import.meta.url))
const library = join(root, 'packages/kudari')
const blas = join(root, 'packages/blas')
const lab = join(root, 'packages/lab')
const folder = mkdtempSync(join(tmpdir(), 'kudari-package-'))
const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
const check = (isFine, what) => {
  if (!isFine) throw new Error(`not so: ${what}`)
  console.log(`ok: ${what}`)
}
const typescript = join(root, 'node_modules/typescript/bin/tsc')
const installed = () => readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')).join()

/** Builds and packs a package; the name of the file. */
async function pack(name, place) {
  // What was built earlier may hold files that are no longer written.
  rmSync(join(place, 'dist'), { recursive: true, force: true })
  rmSync(join(place, 'tsconfig.tsbuildinfo'), { force: true })
  run(process.execPath, [typescript, '-b', place], root)

  const { messages, pkg } = await publint({ pkgDir: place, strict: true })
  for (const message of messages) console.log(formatMessage(message, pkg))
  check(messages.length === 0, `publint finds nothing in ${name}`)

  const [{ filename, files }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], place))
  const stray = files.map(({ path }) => path).filter((path) => /\.test\.|\/testing\//.test(path))
  check(stray.length === 0, `${name} is packed without tests${stray.length > 0 ? `: ${stray.join(', ')}` : ''}`)
  return filename
}

/** Compiles a strict program in the project and runs it; what it prints. */
function printed(name, source, options) {
  writeFileSync(join(folder, `${name}.ts`), source)
  const compilerOptions = { module: 'nodenext', target: 'es2024', strict: true, outDir: 'out', types: [], lib: ['es2024', 'dom'], ...options }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: [`${name}.ts`] }))
  run(process.execPath, [typescript, '-p', folder], folder)
  check(true, `its types fit a strict program (${name})`)
  return run(process.execPath, [join(folder, `out/${name}.js`)], folder).trim()
}

const talk = `import { compile, grad, insert, scalar, tensor, type Tensor } from 'kudari'

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

// Prints the BLAS that is found, what that one is called by its own name, and why a text is none, in both languages.
const products = `import { loadBlas } from '@kudari/blas'
import { KudariError, type MatrixProducts } from 'kudari'

const found: MatrixProducts | undefined = loadBlas('auto')
const path = loadBlas('auto')?.path
console.log(found?.name, path && loadBlas(path)?.name)
try {
  loadBlas('./package.json')
} catch (error) {
  if (!(error instanceof KudariError)) throw error
  console.log(error.message)
  console.log(error.in('ja'))
}
`

try {
  const manifest = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'))
  const dependencies = ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}))
  check(dependencies.length === 0, 'the library has no runtime dependency')

  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "private": true, "type": "module" }')
  const install = (...names) => run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--omit=optional', ...names], folder)
  install(`./${await pack('kudari', library)}`)
  check(installed() === 'kudari', 'kudari installs alone')

  // The losses and weights of the talk's last line.
  const trained = printed('talk', talk)
  check(trained === '2.306147 0.267959 1.820690', `kudari trains the talk's model (${trained})`)

  install(`./${await pack('@kudari/blas', blas)}`)
  check(installed() === '@kudari,kudari', '@kudari/blas installs without koffi')
  const without = printed('products', products).split('\n')
  const saysWhy = without[1].includes('(the package koffi is not installed)')
  check(without[0] === 'undefined undefined' && saysWhy, `it is without a BLAS then (${without[1]})`)

  // The workspace's koffi: nothing is downloaded here.
  symlinkSync(join(root, 'node_modules/koffi'), join(folder, 'node_modules/koffi'), 'junction')
  const withKoffi = printed('products', products).split('\n')
  const [auto, named] = withKoffi[0].split(' ')
  check(auto === named, `a BLAS that is found is found by name (${withKoffi[0]})`)
  const isRefused = /package\.json.*\(Failed to load shared library/.test(withKoffi[1]) && /BLAS として使えません/.test(withKoffi[2])
  check(isRefused, `a text is refused (${withKoffi[1]})`)

  // The Lab is its site: a page that needs nothing from elsewhere, under a policy that forbids it.
  run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', lab, '--logLevel', 'error'], root)
  const [{ files }] = JSON.parse(run('npm', ['pack', '--json', '--dry-run'], lab))
  const others = files.map(({ path }) => path).filter((path) => !path.startsWith('site/') && path !== 'package.json')
  check(others.length === 0, `@kudari/lab is packed as a site alone${others.length > 0 ? `: ${others.join(', ')}` : ''}`)
  const page = readFileSync(join(lab, 'site/index.html'), 'utf8')
  check(page.includes("script-src 'self' 'wasm-unsafe-eval'") && !/(?:src|href)="(?:https?:)?\/\//.test(page), 'its page has a strict policy and loads nothing from elsewhere')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
