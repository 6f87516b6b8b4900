/** Initial weights as the command line takes them: a name, numbers, a weights.json, or a model to go on from. */
import {
  type Initial,
  type InitializerName,
  KudariError,
  type LayerWeights,
  type Tensor,
  initializerNames,
  layersFromParameters,
  matrixColumns,
  readModel,
  tensor,
} from 'kudari'
import { isFolder, modelPath, readBytes, readJson } from '../files/source.ts'
import type { Io } from '../io.ts'
import { filesMessages } from '../messages/files.ts'

const isName = (text: string): text is InitializerName => initializerNames.some((name) => name === text)

/** What `--init` means. */
export async function readInitial(io: Io, init: string | readonly number[]): Promise<Initial> {
  if (typeof init !== 'string') return init
  if (isName(init)) return init
  if (init.endsWith('.json') && !(await isFolder(io, init))) return readLayers(init, await readJson(io, init))
  const path = await modelPath(io, init)
  const { specification, pipeline, parameters } = readModel(await readBytes(io, path), path)
  return layersFromParameters(specification, matrixColumns(pipeline).length, parameters)
}

/** `[{"W": [[...]], "b": [...]}, ...]`, W as (inputs, outputs). */
export function readLayers(path: string, value: unknown): LayerWeights[] {
  const refuse = (place: string, found: unknown): never => {
    const text = JSON.stringify(found) ?? 'undefined'
    throw new KudariError('data', filesMessages.badWeights, {
      path,
      place,
      found: text.length > 60 ? `${text.slice(0, 60)}…` : text,
    })
  }
  const readTensor = (place: string, list: unknown): Tensor => {
    if (!isNumbers(list)) return refuse(place, list)
    try {
      return tensor(list)
    } catch (error) {
      if (error instanceof KudariError) return refuse(place, list)
      throw error
    }
  }
  if (!Array.isArray(value) || value.length === 0) return refuse('it', value)
  return value.map((layer: unknown, i) => {
    if (typeof layer !== 'object' || layer === null || !('W' in layer)) return refuse(`[${i}]`, layer)
    const W = readTensor(`[${i}].W`, layer.W)
    const b = 'b' in layer && layer.b !== null ? readTensor(`[${i}].b`, layer.b) : undefined
    return b ? { W, b } : { W }
  })
}

type Nested = readonly (number | Nested)[]

const isNumbers = (value: unknown): value is Nested =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((element) => (typeof element === 'number' ? Number.isFinite(element) : isNumbers(element)))
