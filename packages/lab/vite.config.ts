/** How the Lab becomes a page: a static site that works from any folder of any host, with training in a Worker. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, defineConfig } from 'vite'
import solid from 'vite-plugin-solid'
import { listLicenses } from './licenses.ts'

const source = (name: string): string => fileURLToPath(new URL(`../${name}/src/index.ts`, import.meta.url))

const inLab = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Fonts in the formats of older browsers are left out, and the files of the site listed for the service worker. */
const listFiles: Plugin = {
  name: 'list-files',
  generateBundle(_options, bundle) {
    for (const name of Object.keys(bundle)) if (/\.(woff|ttf)$/.test(name)) delete bundle[name]
  },
  writeBundle({ dir }) {
    const names = readdirSync(join(dir!, 'assets')).map((name) => `assets/${name}`)
    writeFileSync(join(dir!, 'files.json'), JSON.stringify(['./', 'icon.svg', ...names]))
  },
}

/** Threads need a page that is isolated from other origins. */
const isolation = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }

const licenses = listLicenses('licenses.md')

export default defineConfig({
  root: inLab('.'),
  base: './',
  plugins: [solid(), licenses.page, listFiles],
  // The sources, so that the page needs no build of the library and an error points at a line that somebody wrote.
  resolve: { alias: { '@kudari/readers': source('readers'), '@kudari/report': source('report'), kudari: source('kudari') } },
  worker: { format: 'es', plugins: () => [licenses.worker()] },
  build: {
    outDir: 'site', target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: inLab('index.html'), 'service-worker': inLab('src/offline/service-worker.ts') },
      // The service worker rules over its own folder only, and keeps its name.
      output: { entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { headers: isolation },
  preview: { headers: isolation },
})
