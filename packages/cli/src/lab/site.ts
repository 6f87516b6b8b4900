/** Where the Lab's page lies: the folder `site` of the installed package `@kudari/lab`. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { KudariError } from 'kudari'
import { labMessages } from '../messages/lab.ts'

/**
 * The folder of the Lab's page.
 *
 * @param resolve finds a file of a package, as `import.meta.resolve`.
 * @throws KudariError when the package is not installed or was not built.
 */
export function labSite(resolve: (name: string) => string = (name) => import.meta.resolve(name)): string {
  let manifest: string
  try {
    manifest = fileURLToPath(resolve('@kudari/lab/package.json'))
  } catch {
    throw new KudariError('failure', labMessages.noPackage, undefined)
  }
  // A package that is not there may resolve all the same: where it would be.
  if (!existsSync(manifest)) throw new KudariError('failure', labMessages.noPackage, undefined)
  const folder = join(dirname(manifest), 'site')
  if (!existsSync(join(folder, 'index.html'))) throw new KudariError('failure', labMessages.noSite, { folder })
  return folder
}
