import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const source = (name: string) => fileURLToPath(new URL(`packages/${name}/src/index.ts`, import.meta.url))

export default defineConfig({
  resolve: {
    // Tests read the sources, so that they need no build and a failure points at a line that somebody wrote.
    alias: { '@kudari/blas': source('blas'), '@kudari/readers': source('readers'), '@kudari/report': source('report'), kudari: source('kudari') },
  },
  test: { include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts'], testTimeout: 60_000 },
})
