/** The model file: weights as safetensors, with structure and preprocessing in the header. One file is the model. */
import type { Pipeline } from '../data/pipeline/pipeline.ts'
import type { Model } from '../fit/model.ts'
import { KudariError } from '../messages/error.ts'
import { variablesOf } from '../nn/network.ts'
import { takeApart } from '../nn/parameters.ts'
import { readSpecification } from '../nn/specification.ts'
import { matrixColumns } from '../data/pipeline/pipeline.ts'
import { sameShape } from '../tensor/shape.ts'
import { fileMessages } from './messages.ts'
import { readSafetensors, writeSafetensors } from './safetensors.ts'

/** The version of the header's layout; a change that older readers cannot follow raises it. */
export const MODEL_FORMAT = 1

/** A model as the bytes of a file. The same model gives the same bytes. */
export const writeModel = ({ pipeline, specification, parameters, statistics, dtype }: Model): Uint8Array<ArrayBuffer> =>
  writeSafetensors({
    tensors: { ...parameters, ...statistics },
    metadata: { format: 'kudari', kudari: JSON.stringify({ version: MODEL_FORMAT, specification, pipeline, dtype }) },
  })

/**
 * Reads a model back from the bytes of its file.
 *
 * @param source for messages: the file's name.
 * @throws KudariError when the bytes are not a model file, a part of one, or one of a newer version.
 */
export function readModel(bytes: Uint8Array, source: string): Model {
  const { tensors, metadata } = readSafetensors(bytes, source)
  if (metadata.kudari === undefined) throw new KudariError('data', fileMessages.noKudariModel, { source })
  const refuse = (problem: string): never => {
    throw new KudariError('data', fileMessages.badSafetensors, { source, problem })
  }
  const header = parse(metadata.kudari) ?? refuse('header: "kudari"')
  const { version, pipeline, dtype } = header
  if (typeof version !== 'number') return refuse('header: version')
  if (version > MODEL_FORMAT)
    throw new KudariError('data', fileMessages.newerModel, { source, found: version, known: MODEL_FORMAT })
  if (dtype !== 'float64' && dtype !== 'float32') return refuse('header: dtype')
  if (!isPipeline(pipeline)) return refuse('header: pipeline')
  const specification = readSpecification(header.specification)
  const features = matrixColumns(pipeline).length
  for (const { name, shape } of variablesOf(specification, features))
    if (!tensors[name] || !sameShape(tensors[name].shape, shape)) refuse(`"${name}": [${shape.join(', ')}]`)
  return { pipeline, specification, ...takeApart(specification, features, tensors), dtype }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/** The outline of a pipeline; its parts were written by {@link writeModel}. */
function isPipeline(value: unknown): value is Pipeline {
  if (typeof value !== 'object' || value === null) return false
  const { features, target } = value as Partial<Pipeline>
  return Array.isArray(features) && features.every(({ columns }) => Array.isArray(columns)) && typeof target === 'object'
}
