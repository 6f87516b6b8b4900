/** How the Lab becomes a page: a static site that works from any folder of any host, with training in a Worker. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import solid from 'vite-plugin-solid'

const source = (name: string): string => fileURLToPath(new URL(`../${name}/src/index.ts`, import.meta.url))

/** Threads need a page that is isolated from other origins. */
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [solid()],
  // The sources, so that the page needs no build of the library and an error points at a line that somebody wrote.
  resolve: { alias: { '@kudari/readers': source('readers'), '@kudari/report': source('report'), kudari: source('kudari') } },
  worker: { format: 'es' },
  build: { outDir: 'site', target: 'es2022', sourcemap: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { headers: isolation },
  preview: { headers: isolation },
})
