/** Finds the tables and recorded runs that some tests compare with; they are not part of the project. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = process.env.KUDARI_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url))

/** The path of a file of the shared folder, or undefined with a printed reason where there is none. */
export function sharedPath(name: string): string | undefined {
  const path = `${folder}/${name}`
  if (existsSync(path)) return path
  console.log(`skipped: ${path} is not there (KUDARI_SHARED names another folder)`)
  return undefined
}

/** A recorded run of NumPy or PyTorch. */
export interface Golden {
  readonly features: readonly string[]
  readonly target: string
  readonly alpha: number
  readonly iterations: number
  readonly history: readonly (readonly number[])[]
  readonly initial: 'ones' | readonly number[]
  readonly train_rows?: readonly number[]
  readonly test_rows?: readonly number[]
  readonly final_weights?: readonly number[]
  readonly rows: readonly (readonly number[])[]
}

export const readGolden = (path: string): Golden => JSON.parse(readFileSync(path, 'utf8')) as Golden

/** A small CSV file of numbers as one list a column. */
export function readNumbers(path: string): Map<string, number[]> {
  const [header, ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const rows = lines.map((line) => line.split(',').map(Number))
  return new Map(header.split(',').map((name, i) => [name, rows.map((row) => row[i])]))
}
