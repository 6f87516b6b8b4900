/** `kudari inspect`: what a model consists of, layer by layer. */
import { dirname, join } from 'node:path'
import { inspectNetwork, matrixColumns, readModel } from 'kudari'
import { EXIT } from '../exit.ts'
import { runFiles } from '../files/run-folder.ts'
import { isThere, modelPath, readBytes } from '../files/source.ts'
import type { Io, Voice } from '../io.ts'
import { readRecordFile } from '../learning/record.ts'
import type { Values } from '../options/option.ts'
import type { inspect as options } from '../options/tables.ts'
import { type Inspection, inspectionObject, inspectionText } from '../output/inspection.ts'

/** Shows what a model consists of. */
export async function inspect(place: string, _given: Values<typeof options>, io: Io, voice: Voice): Promise<number> {
  const path = await modelPath(io, place)
  const model = readModel(await readBytes(io, path), path)
  const record = join(dirname(path), runFiles.record)
  const origin = (await isThere(io, record)) ? await readRecordFile(io, record) : undefined
  const inspection: Inspection = {
    model,
    network: inspectNetwork(model.specification, matrixColumns(model.pipeline).length),
    ...(origin && { origin }),
  }
  if (voice.mode === 'json') io.out(`${JSON.stringify({ model: path, ...inspectionObject(inspection) })}\n`)
  if (voice.mode === 'text') io.out(inspectionText(inspection, io.width, voice))
  return EXIT.fine
}
