/** A state as a file of its own, with its data whatever their size: `NAME.kudari`. */
import { KudariError } from 'kudari'
import { sessionMessages } from './messages.ts'
import { packState, unpackState } from './pack.ts'
import type { LabState } from './state.ts'

export const EXTENSION = '.kudari'
const VERSION = 1
/** The first line: what the file is, in which layout. */
const FIRST = /^kudari-lab (\d+)\n/
const LONGEST_FIRST = 32

export const writeStateFile = async (state: LabState): Promise<Blob> => new Blob([`kudari-lab ${VERSION}\n`, await packState(state)])

/** @throws KudariError when the file is none of the Lab, is cut off, or was written by a newer Lab. */
export async function readStateFile(file: Blob): Promise<LabState> {
  const [first, version] = FIRST.exec(await file.slice(0, LONGEST_FIRST).text()) ?? []
  if (first === undefined) throw new KudariError('data', sessionMessages.damaged, undefined)
  if (Number(version) > VERSION) throw new KudariError('data', sessionMessages.newer, { found: Number(version), known: VERSION })
  return unpackState(new Uint8Array(await file.slice(first.length).arrayBuffer()))
}
