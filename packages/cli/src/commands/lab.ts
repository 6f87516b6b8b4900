/** `kudari lab`: the Lab in the user's browser, served from this machine to this machine alone. */
import { once } from 'node:events'
import { KudariError } from 'kudari'
import { EXIT } from '../exit.ts'
import { labelsName, labelsPath } from '../files/labels.ts'
import { resolvePath } from '../files/paths.ts'
import { isFolder, source } from '../files/source.ts'
import type { Io, Voice } from '../io.ts'
import { openInBrowser } from '../lab/open.ts'
import { dataQuery, servedFiles } from '../lab/served.ts'
import { startLab } from '../lab/server.ts'
import { labSite } from '../lab/site.ts'
import { labMessages } from '../messages/lab.ts'
import type { Values } from '../options/option.ts'
import type { lab as options } from '../options/tables.ts'
import { styled } from '../terminal/style.ts'

/** The files that the page will read: a table, or images and the labels that lie beside them. */
async function filesOf(io: Io, path: string): Promise<string[]> {
  if (path !== '-' && (await isFolder(io, path))) throw new KudariError('usage', labMessages.isFolder, { path })
  const { size } = await source(io, path)
  if (size === undefined) throw new KudariError('data', labMessages.notAFile, { path })
  const expected = labelsName(path)
  if (expected === undefined) return [path]
  const labels = await labelsPath(io, path, undefined)
  if (labels === undefined) throw new KudariError('data', labMessages.noLabels, { path, expected })
  return [path, labels]
}

/**
 * Serves the Lab until Ctrl-C is pressed.
 *
 * @param data a table, or images in IDX, to begin with.
 * @param findSite where the page lies.
 */
export async function lab(data: string | undefined, given: Values<typeof options>, io: Io, voice: Voice, findSite = labSite): Promise<number> {
  const paths = data === undefined ? [] : await filesOf(io, data)
  const files = await servedFiles(findSite(), paths.map((path) => resolvePath(io.cwd, path)))
  const server = await startLab(files, given.port)
  const url = server.url + dataQuery(paths)
  if (voice.mode === 'json') io.out(`${JSON.stringify({ url })}\n`)
  if (voice.mode === 'text') io.out(`${styled(voice, 'green', labMessages.ready[voice.language]({ url }))}\n${labMessages.howToEnd[voice.language]()}\n`)
  if (!given['no-open']) openInBrowser(url, io.env)
  if (!io.signal.aborted) await once(io.signal, 'abort')
  await server.close()
  return EXIT.fine
}
