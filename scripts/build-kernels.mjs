/** `npm run kernels`: builds the SIMD kernels, with and without fused multiplication and addition, into one TypeScript file. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const sources = inRoot('packages/kudari/kernels')
const target = inRoot('packages/kudari/src/run/wasm/kernels.generated.ts')

/** The compiler's options; memory comes from outside and is shared. */
const options = [
  '-O3 --debug --runtime stub --noAssert --enable simd --enable relaxed-simd --enable threads',
  '--importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536',
  // Vectors as arguments: the functions are called by other WebAssembly modules only.
  '--disableWarning 112',
].flatMap((line) => line.split(' '))

/** What the built file depends on. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const name of readdirSync(sources).toSorted()) hash.update(name).update(readFileSync(join(sources, name)))
  hash.update(readFileSync(fileURLToPath(import.meta.url))).update(readFileSync(inRoot('node_modules/assemblyscript/package.json')))
  return hash.digest('hex')
}

async function compile(usesFma) {
  // Loaded only where there is something to build: the compiler is large.
  const { default: asc } = await import('assemblyscript/asc')
  const folder = mkdtempSync(join(tmpdir(), 'kudari-kernels-'))
  const output = join(folder, 'kernels.wasm')
  const { error, stderr } = await asc.main(
    [join(sources, 'index.ts'), '--outFile', output, ...options, '--use', `USE_FMA=${usesFma ? 1 : 0}`],
    {},
  )
  if (error) {
    console.error(stderr.toString())
    process.exit(1)
  }
  const bytes = readFileSync(output)
  rmSync(folder, { recursive: true })
  return bytes
}

const first = `// ${fingerprint()}`
if (!existsSync(target) || !readFileSync(target, 'utf8').startsWith(first)) {
  const [fused, plain] = [await compile(true), await compile(false)]
  writeFileSync(
    target,
    [
      first,
      '/** The built kernels (scripts/build-kernels.mjs), as base64: with fused multiplication and addition, and without. */',
      `export const withFma =\n  '${fused.toString('base64')}'`,
      `export const withoutFma =\n  '${plain.toString('base64')}'`,
      '',
    ].join('\n'),
  )
  console.log(`kernels: ${fused.length} bytes with fused multiplication and addition, ${plain.length} without`)
}
