/** The surface over one kind of plane: where its plane lies at a moment, which part of it is shown, and its heights, bit by bit. */
import { type Plan, countParameters } from 'kudari'
import type { Moment } from '../../moment.ts'
import { type Box, type Grid, type GrowingGrid, SIDES, createGrid } from './grid.ts'
import type { Landscape, Slope } from './landscape.ts'
import type { Path } from './path.ts'
import { type PlaneRequest, gradientPlane, movedTo, parameterPlane, pathPlane } from './planes.ts'
import { type Point, boxFor, lowestPlace } from './range.ts'
import { type Plane, lengthOf, minus, seenOn } from './vectors.ts'

/** A surface that is there, or becoming. */
export interface Surface {
  readonly plane: Plane
  readonly box: Box
  /** The moment that it is of. */
  readonly iteration: number
  readonly grid: GrowingGrid
}

/** A look at a surface. */
export interface Look {
  readonly moment: Moment
  readonly slope: Slope
  readonly path: Path
  readonly isPlaying: boolean
  /** About so long it may take. */
  readonly milliseconds: number
}

export interface Sight {
  readonly surface: Surface
  /** Its heights until now, and a number that another grid has not. */
  readonly heights: { readonly grid: Grid; readonly id: number } | undefined
  readonly isComplete: boolean
  /** Whether it is the same at every moment. */
  readonly isSame: boolean
}

/** What is asked for: a kind of plane; a part of it, or the part that holds everything; and width over height of the picture. */
export interface SiteRequest {
  readonly plane: PlaneRequest
  readonly range: Box | number
  readonly aspect: number
}

/** Milliseconds that a whole surface may take: then the points are not too many. */
const WHOLE = { playing: 120, atRest: 3000 } as const
/** A path that climbs higher than so many times the loss it began with is not followed: it runs away. */
const FOLLOWED = 4
/** The plane of a path is found again when the path is so many times as long. */
const LONGER = 1.33

let grids = 0

/** The points of a path as far as it is followed. */
function followed({ history: { loss } }: Moment, { iterations, on }: Path, plane: Plane): Point[] {
  const points = on(plane)
  return iterations.flatMap((iteration, i): Point[] =>
    ((loss[iteration] ?? loss.at(-1)!) < FOLLOWED * loss[0] ? [[points[2 * i], points[2 * i + 1]]] : []))
}

/** Takes a surface as far as there is time for; the less a point costs, and the more time there is, the finer it becomes. */
function grow({ grid }: Surface, { isPlaying, milliseconds }: Look): boolean {
  const begin = performance.now()
  grid.grow(milliseconds, SIDES[0])
  if (grid.side === 0) return false
  const affordable = SIDES.filter((side) => grid.pointsOf(side) * grid.perPoint < (isPlaying ? WHOLE.playing : WHOLE.atRest))
  const side = affordable.at(-1) ?? SIDES[0]
  grid.grow(milliseconds - (performance.now() - begin), side)
  return grid.side >= side
}

export function createSite(plan: Plan, landscape: Landscape, { plane: wanted, range, aspect }: SiteRequest) {
  const isSame = wanted.kind === 'parameters' && countParameters(plan.parameters) === wanted.axes.length && Object.keys(plan.statistics).length === 0
  let shown: Surface | undefined
  let growing: Surface | undefined
  let box: Box | undefined
  let lowest: Point | undefined
  let length = 0
  let read: (NonNullable<Sight['heights']> & { readonly surface: Surface }) | undefined

  function planeAt({ moment: { state: { parameters } }, slope, path }: Look): Plane {
    if (wanted.kind === 'parameters') return parameterPlane(parameters, wanted.axes)
    if (wanted.kind === 'gradient') return gradientPlane(plan, parameters, slope.gradient, wanted.seed)
    const { length: now } = path.iterations
    if (shown && now >= length && now < length * LONGER) return movedTo(shown.plane, parameters, plan.parameters)
    length = now
    return pathPlane(plan, parameters, path, wanted.seed)
  }

  /** The part of a plane that is shown. */
  function boxAt({ moment, slope, path }: Look, plane: Plane): Box {
    if (typeof range === 'object') return range
    const { parameters, statistics } = moment.state
    const isCurve = lengthOf(plane.v) === 0
    const point = seenOn(plane, minus(parameters, plane.origin))
    const step = seenOn(plane, slope.step)
    const start = seenOn(plane, minus(plan.parameters, plane.origin))
    const heightAt = landscape.heights(plane, statistics)
    if (!lowest) {
      const from = Number.isFinite(slope.loss) ? point : start
      const reach = Math.max(Math.hypot(...step) || 0, 0.1 * Math.hypot(...from), 0.05 * lengthOf(parameters) || 0, 1e-3)
      lowest = lowestPlace(heightAt, from, reach, isCurve)
    }
    const next: Point = [point[0] + step[0], point[1] + step[1]]
    const isNextFollowed = heightAt(...next) < FOLLOWED * (moment.history.loss[0] ?? slope.loss)
    // Along the gradient one looks around; elsewhere, back on the whole path.
    const walked = wanted.kind === 'gradient' ? [point] : [start, ...followed(moment, path, plane)]
    box = boxFor({ points: [...walked, lowest, ...(isNextFollowed ? [next] : [])], aspect, isCurve, isDistance: wanted.kind !== 'parameters' }, box)
    return box
  }

  function make(look: Look): Surface {
    const plane = planeAt(look)
    const { iteration, state } = look.moment
    const part = boxAt(look, plane)
    return { plane, box: part, iteration, grid: createGrid(part, landscape.heights(plane, state.statistics)) }
  }

  /** Whether a surface is that of the moment. */
  const isCurrent = (surface: Surface, look: Look): boolean =>
    (isSame ? surface.box === boxAt(look, surface.plane) : surface.iteration === look.moment.iteration)

  /** Goes on with what there is; tells what is to be seen, and whether it is complete. */
  function go(look: Look): readonly [Surface, boolean] {
    if (shown && isCurrent(shown, look)) {
      growing = undefined
      return [shown, grow(shown, look)]
    }
    // While the run plays, a surface that was begun is finished first, though its moment has passed.
    if (!growing || (!look.isPlaying && !isCurrent(growing, look))) growing = make(look)
    const becoming = growing
    const isComplete = grow(becoming, look)
    const { side } = becoming.grid
    const isFit = isComplete || (shown ? !look.isPlaying && side >= SIDES[1] : side > 0)
    if (!isFit) return [shown ?? becoming, false]
    shown = becoming
    growing = undefined
    return [becoming, isComplete && isCurrent(becoming, look)]
  }

  return (look: Look): Sight => {
    const [surface, isComplete] = go(look)
    const { side } = surface.grid
    if (side > 0 && (read?.surface !== surface || read.grid.columns !== side)) read = { surface, grid: surface.grid.read(), id: ++grids }
    return { surface, heights: read, isComplete, isSame }
  }
}

export type Site = ReturnType<typeof createSite>
