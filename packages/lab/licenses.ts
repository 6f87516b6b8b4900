/** The licenses of the libraries that the site holds, its Worker's among them, as a file beside the page. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//

/** The license of a package, in its own words. */
function licenseOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string; license: string }
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each))
  return `## ${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : license}\n`
}

/** Two plugins for one file: one sees what goes into the Worker, the other what goes into the page, and writes. */
export function listLicenses(fileName: string): { readonly page: Plugin; readonly worker: () => Plugin } {
  const folders = new Set<string>()
  const collect = (bundle: Readonly<Record<string, { readonly type: string; readonly moduleIds?: readonly string[] }>>): void => {
    for (const { moduleIds = [] } of Object.values(bundle)) for (const id of moduleIds) {
      const folder = PACKAGE.exec(id.replaceAll('\\', '/').replace(/^\0/, ''))?.[1]
      if (folder !== undefined) folders.add(folder)
    }
  }
  return {
    worker: () => ({ name: 'licenses-of-worker', generateBundle: (_options, bundle) => collect(bundle) }),
    page: {
      name: 'licenses',
      generateBundle(_options, bundle) {
        collect(bundle)
        const source = `# Licenses\n\nThis site holds parts of these libraries:\n\n${[...folders].toSorted().map(licenseOf).join('\n')}`
        this.emitFile({ type: 'asset', fileName, source })
      },
    },
  }
}
