/** Which samples the tasks of a stage have at hand: all there are, those of a tile, or those of one block of it after the other. */
import type { Code } from './assembler.ts'
import type { Stage } from './plan.ts'
import type { Tiling } from './tiling.ts'

/** Counts the samples at hand, and pushes what follows from them. Rows (or bytes) are told apart by how many there are of them in all. */
export class SamplesAtHand {
  readonly #code: Code
  readonly #stage: Stage
  /** Locals: the first of them, and how many there are. Where a single tile holds everything, nothing is counted. */
  readonly #first: number
  readonly #count: number

  constructor(code: Code, stage: Stage) {
    this.#code = code
    this.#stage = stage
    this.#first = code.local('i32')
    this.#count = code.local('i32')
  }

  /** Runs a body for the samples of the tile whose number is in a local: for all at once, or block by block. */
  forTile(tile: number, body: () => void): void {
    const { tiles, tasks, inBlocks } = this.#stage
    const code = this.#code
    if (tiles === 1) return body()
    const { samples, tileSamples, blockSamples } = tasks[0].tiling
    const end = code.local('i32')
    const left = (): void => void code.get(end).get(this.#first).op('i32.sub')
    code.get(tile).i32(tileSamples).op('i32.mul').set(this.#first)
    pushSmaller(code, () => code.get(this.#first).i32(tileSamples).op('i32.add'), samples)
    code.set(end)
    if (inBlocks)
      code.loop(this.#first, () => code.get(end), blockSamples, () => {
        pushSmaller(code, left, blockSamples)
        code.set(this.#count)
        body()
      })
    else {
      left()
      code.set(this.#count)
      body()
    }
  }

  /** Pushes the number of the first row at hand. */
  pushFirst(rows: number, { samples }: Tiling): void {
    if (this.#stage.tiles === 1) this.#code.i32(0)
    else this.#pushTimes(this.#first, rows / samples)
  }

  /** How many rows are at hand where that is always the same, and known beforehand. */
  fixed(rows: number, { samples, tileSamples, blockSamples }: Tiling): number | undefined {
    const { tiles, inBlocks } = this.#stage
    if (tiles === 1) return rows
    const atOnce = inBlocks ? blockSamples : tileSamples
    return samples % tileSamples === 0 && tileSamples % atOnce === 0 ? (rows / samples) * atOnce : undefined
  }

  /** Pushes how many rows are at hand. */
  pushCount(rows: number, tiling: Tiling): void {
    const fixed = this.fixed(rows, tiling)
    if (fixed !== undefined) this.#code.i32(fixed)
    else this.#pushTimes(this.#count, rows / tiling.samples)
  }

  #pushTimes(local: number, factor: number): void {
    this.#code.get(local)
    if (factor !== 1) this.#code.i32(factor).op('i32.mul')
  }
}

/** Pushes what another push gives, or a limit where that is smaller. */
function pushSmaller(code: Code, push: () => void, limit: number): void {
  push()
  code.i32(limit)
  push()
  code.i32(limit).op('i32.lt_u').op('select')
}
