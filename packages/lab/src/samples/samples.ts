/** The tables that come with the Lab, and what each is for. */
import type { FitOptions } from 'kudari'
import body from '../../../../examples/body.csv?raw'
import orientation from '../../../../examples/orientation.csv?raw'
import sales from '../../../../examples/sales.csv?raw'

export interface Sample {
  readonly file: string
  readonly csv: string
  /** How the talk, or a careful analyst, learns from it. */
  readonly fit: FitOptions
}

/** The talk's own run: `kudari train body.csv --target weight --center --init 2,-1 --lr 0.01 --iterations 200`. */
const talk: FitOptions = { target: 'weight', center: true, initial: [2, -1], learningRate: 0.01, iterations: 200 }

export const samples = {
  body: { file: 'body.csv', csv: body, fit: talk },
  orientation: { file: 'orientation.csv', csv: orientation, fit: { target: 'orientation' } },
  sales: { file: 'sales.csv', csv: sales, fit: { target: 'sales' } },
} as const satisfies Record<string, Sample>

export type SampleName = keyof typeof samples
export const sampleNames = Object.keys(samples) as SampleName[]
