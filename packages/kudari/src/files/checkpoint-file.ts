/** The checkpoint file: a run between two steps as safetensors, every number to the last bit. */
import { KudariError } from '../messages/error.ts'
import { Tensor } from '../tensor/tensor.ts'
import type { Parameters } from '../nn/parameters.ts'
import type { PlateauState } from '../optim/plateau.ts'
import type { Checkpoint } from '../train/checkpoint.ts'
import type { History } from '../train/history.ts'
import type { TrainingState } from '../train/state.ts'
import { fileMessages } from './messages.ts'
import { readSafetensors, writeSafetensors } from './safetensors.ts'

/** The version of the layout; a change that older readers cannot follow raises it. */
const CHECKPOINT_FORMAT = 1

/** What stands in the header beside the tensors. */
interface Header {
  readonly version: number
  readonly iteration: number
  readonly sinceBest: number
  readonly best?: { readonly iteration: number; readonly loss: number }
  readonly plateau?: PlateauState
  readonly run: unknown
}

/** Tensors under a common first name: `state.parameters.W1`. */
const under = (name: string, tensors: Parameters): Parameters =>
  Object.fromEntries(Object.entries(tensors).map(([key, tensor]) => [`${name}.${key}`, tensor]))

const stateUnder = (name: string, { parameters, statistics, memory }: TrainingState): Parameters => ({
  ...under(`${name}.parameters`, parameters),
  ...under(`${name}.statistics`, statistics),
  ...under(`${name}.memory`, memory),
})

const column = (values: readonly number[]): Tensor => new Tensor({ shape: [values.length], dtype: 'float64' }, Float64Array.from(values))

const columnsUnder = (name: string, columns: Readonly<Record<string, readonly number[]>>): Parameters =>
  under(name, Object.fromEntries(Object.entries(columns).map(([key, values]) => [key, column(values)])))

/**
 * A checkpoint as the bytes of a file.
 *
 * @param run whatever else is needed to go on, as JSON takes it.
 */
export function writeCheckpoint({ iteration, state, history, best, sinceBest, plateau }: Checkpoint, run: unknown): Uint8Array<ArrayBuffer> {
  const header: Header = {
    version: CHECKPOINT_FORMAT,
    iteration,
    sinceBest,
    ...(best && { best: { iteration: best.iteration, loss: best.loss } }),
    ...(plateau && { plateau }),
    run,
  }
  return writeSafetensors({
    tensors: {
      ...stateUnder('state', state),
      ...(best && stateUnder('best', best.state)),
      'history.loss': column(history.loss),
      ...columnsUnder('history.validation', history.validation),
      ...columnsUnder('history.parameters', history.parameters),
    },
    metadata: { format: 'kudari-checkpoint', kudari: JSON.stringify(header) },
  })
}

/**
 * Reads a checkpoint back from the bytes of its file.
 *
 * @param source for messages: the file's name.
 * @throws KudariError when the bytes are no checkpoint, a part of one, or one of a newer version.
 */
export function readCheckpoint(bytes: Uint8Array, source: string): { readonly checkpoint: Checkpoint; readonly run: unknown } {
  const { tensors, metadata } = readSafetensors(bytes, source)
  if (metadata.format !== 'kudari-checkpoint' || metadata.kudari === undefined) throw new KudariError('data', fileMessages.noCheckpoint, { source })
  const header = JSON.parse(metadata.kudari) as Header
  const { version, iteration, sinceBest, best, plateau, run } = header
  if (version > CHECKPOINT_FORMAT)
    throw new KudariError('data', fileMessages.newerModel, { source, found: version, known: CHECKPOINT_FORMAT })
  const below = (name: string): Parameters =>
    Object.fromEntries(
      Object.entries(tensors).flatMap(([key, tensor]) => (key.startsWith(`${name}.`) ? [[key.slice(name.length + 1), tensor]] : [])))
  const state = (name: string): TrainingState => ({
    parameters: below(`${name}.parameters`),
    statistics: below(`${name}.statistics`),
    memory: below(`${name}.memory`),
  })
  const columns = (name: string) => Object.fromEntries(Object.entries(below(name)).map(([key, { data }]) => [key, Array.from(data)]))
  const loss = Array.from(tensors['history.loss'].data)
  const history: History = {
    iteration: loss.map((_, i) => i),
    loss,
    validation: columns('history.validation'),
    parameters: columns('history.parameters'),
  }
  return {
    checkpoint: {
      iteration,
      state: state('state'),
      history,
      ...(best && { best: { ...best, state: state('best') } }),
      sinceBest,
      ...(plateau && { plateau }),
    },
    run,
  }
}
