/** Initial weights as the command line takes them: a name, numbers, a weights.json, or a model to go on from. */
import {
  type Initial,
  KudariError,
  type LayerWeights,
  type Tensor,
  isInitializer,
  layersFromParameters,
  matrixColumns,
  readModel,
  tensor,
} from 'kudari'
import { isFolder, modelPath, readBytes, readJson } from '../files/source.ts'
import type { Io } from '../io.ts'
import { filesMessages } from '../messages/files.ts'

/** What `--init` means. */
export async function readInitial(io: Io, init: string | readonly number[]): Promise<Initial> {
  if (typeof init !== 'string') return init
  if (isInitializer(init)) return init
  if (init.endsWith('.json') && !(await isFolder(io, init))) return readLayers(init, await readJson(io, init))
  const path = await modelPath(io, init)
  const { specification, pipeline, parameters } = readModel(await readBytes(io, path), path)
  return layersFromParameters(specification, matrixColumns(pipeline).length, parameters)
}

/** What a layer may have: weights and biases, scale and shift. */
const roles = ['W', 'b', 'gamma', 'beta'] as const

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
    if (typeof layer !== 'object' || layer === null || !roles.some((role) => role in layer)) return refuse(`[${i}]`, layer)
    const given = Object.entries(layer).filter(([role, list]) => roles.some((known) => known === role) && list !== null)
    return Object.fromEntries(given.map(([role, list]) => [role, readTensor(`[${i}].${role}`, list)]))
  })
}

type Nested = readonly (number | Nested)[]

const isNumbers = (value: unknown): value is Nested =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((element) => (typeof element === 'number' ? Number.isFinite(element) : isNumbers(element)))
