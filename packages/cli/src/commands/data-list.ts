/** `kudari data list`: the data sets that can be fetched. */
import { dataSets } from '../datasets/catalogue.ts'
import { EXIT } from '../exit.ts'
import type { Io, Voice } from '../io.ts'
import { sizeText } from '../terminal/size.ts'
import { styled } from '../terminal/style.ts'
import { padEnd, padStart } from '../terminal/width.ts'

/** Lists the data sets. */
export function dataList(io: Io, voice: Voice): number {
  const { language } = voice
  const listed = dataSets.map(({ name, title, license, home, files }) => ({
    name,
    title: title[language](),
    license,
    home,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
  }))
  if (voice.mode === 'json') io.out(`${JSON.stringify({ dataSets: listed })}\n`)
  if (voice.mode === 'text') {
    const width = Math.max(...listed.map(({ name }) => name.length))
    const lines = listed.flatMap(({ name, title, license, home, bytes }) => [
      `${styled(voice, 'cyan', padEnd(name, width))}  ${padStart(sizeText(bytes), 8)}  ${title}`,
      `${' '.repeat(width + 12)}${styled(voice, 'dim', `${license}, ${home}`)}`,
    ])
    io.out(`${lines.join('\n')}\n`)
  }
  return EXIT.fine
}
