/** The loss over a plane of the parameters: heights, the path walked, and the next step. It takes a part of the Worker's time and goes on at the next look. */
import { PARAMETERS_KEPT, type Plan, countParameters } from 'kudari'
import type { Moment, View } from '../moment.ts'
import { type Box, type Grid, type GrowingGrid, SIDES, createGrid } from './surface/grid.ts'
import { type Landscape, type Slope, landscapeOf } from './surface/landscape.ts'
import { type Path, createRecord, listOf } from './surface/path.ts'
import { type PlaneRequest, gradientPlane, movedTo, parameterPlane, pathPlane } from './surface/planes.ts'
import { type Point, boxFor, lowestPlace } from './surface/range.ts'
import { type Plane, dot, lengthOf, minus } from './surface/vectors.ts'

export interface SurfaceRequest {
  readonly plane: PlaneRequest
  /** A part of the plane; or the one that holds everything, chosen anew whenever the number changes. */
  readonly range: Box | number
  /** Width over height of the picture. */
  readonly aspect: number
  readonly isPlaying: boolean
  /** Another number asks for more of a surface that is not complete. */
  readonly turn: number
}

/** Vectors are as seen on the plane. */
export interface SurfaceView {
  /** Another grid has another number. */
  readonly id: number
  readonly box: Box
  /** Heights, as fine as time allowed until now; undefined as long as there are none. */
  readonly grid?: Grid
  readonly isComplete: boolean
  /** The moment whose other parameters the surface has. */
  readonly iteration: number
  /** Where the present parameters are, */
  readonly point: Point
  /** the loss there, */
  readonly loss: number
  /** its gradient, */
  readonly gradient: Point
  readonly gradientLength: number
  /** and where the run's own optimizer goes from there. */
  readonly step: Point
  readonly path: { readonly iterations: readonly number[]; readonly points: Float64Array }
  /** Rows that the loss is computed on, and whether these are a sample. */
  readonly rows: number
  readonly isSampled: boolean
  /** Of the plane of a path: how much of its variance lies in it. */
  readonly share?: number
  /** Origin and directions as lists, of models whose parameters are listed in the history. */
  readonly lists?: { readonly origin: readonly number[]; readonly u: readonly number[]; readonly v: readonly number[] }
}

/** A surface that is there, or becoming. */
interface Surface {
  readonly plane: Plane
  readonly box: Box
  readonly iteration: number
  readonly grid: GrowingGrid
}

/** What is known of one plane of a plan. */
interface Site {
  shown: Surface | undefined
  growing: Surface | undefined
  /** What was last shown. */
  read: { readonly surface: Surface; readonly side: number; readonly id: number; readonly grid: Grid } | undefined
  box: Box | undefined
  lowest: Point | undefined
  /** How long the path was when its plane was found. */
  length: number
}

/** Milliseconds for heights at one look, when nothing else is to be done. */
const AT_REST = 40
/** While a run plays, the share of the time since the last look, and its limits. */
const SHARE = 0.25
const PLAYING = [1.5, 25] as const
/** Milliseconds that a whole surface may take: then the points are not too many. */
const WHOLE = { playing: 60, atRest: 3000 } as const
/** So many planes of a plan are remembered. */
const SITES = 4

function createWorkshop(plan: Plan) {
  return {
    landscape: landscapeOf(plan),
    record: createRecord(plan),
    sites: new Map<string, Site>(),
    slope: undefined as { readonly iteration: number; readonly value: Slope } | undefined,
    looked: 0,
  }
}

type Workshop = ReturnType<typeof createWorkshop>

const workshops = new WeakMap<Plan, Workshop>()
let grids = 0

function workshopOf(plan: Plan): Workshop {
  const known = workshops.get(plan) ?? createWorkshop(plan)
  workshops.set(plan, known)
  return known
}

function siteOf({ sites }: Workshop, key: string): Site {
  const site = sites.get(key) ?? { shown: undefined, growing: undefined, read: undefined, box: undefined, lowest: undefined, length: 0 }
  sites.delete(key)
  sites.set(key, site)
  const [oldest] = sites.keys()
  if (sites.size > SITES) sites.delete(oldest)
  return site
}

function slopeOf(workshop: Workshop, { state, iteration }: Moment): Slope {
  const known = workshop.slope
  if (known?.iteration === iteration) return known.value
  const value = workshop.landscape.slope(state, iteration)
  workshop.slope = { iteration, value }
  return value
}

/** Whether no step changes the surface: every parameter is an axis. */
const staysSame = ({ plan, state }: Moment, plane: PlaneRequest): boolean =>
  plane.kind === 'parameters' && countParameters(plan.parameters) === plane.axes.length && Object.keys(state.statistics).length === 0

/** The plane of the present moment. That of a path keeps its directions until the path is a third longer. */
function planeOf({ plan, state: { parameters } }: Moment, request: PlaneRequest, site: Site, slope: Slope, path: Path): Plane {
  if (request.kind === 'parameters') return parameterPlane(parameters, request.axes)
  if (request.kind === 'gradient') return gradientPlane(plan, parameters, slope.gradient, request.seed)
  const length = path.iterations.length
  const before = site.shown ?? site.growing
  if (before && length >= site.length && length < site.length * 1.33) return movedTo(before.plane, parameters, plan.parameters)
  site.length = length
  return pathPlane(plan, parameters, path, request.seed)
}

const on = ({ u, v }: Plane, vector: Parameters<typeof dot>[0]): Point => [dot(vector, u), dot(vector, v)]

/** The part of a plane that is shown. */
function boxOf(moment: Moment, request: SurfaceRequest, site: Site, plane: Plane, landscape: Landscape, slope: Slope, path: Path): Box {
  if (typeof request.range === 'object') return (site.box ??= request.range)
  const isCurve = lengthOf(plane.v) === 0
  const { plan, state } = moment
  const point = on(plane, minus(state.parameters, plane.origin))
  const step = on(plane, slope.step)
  const next: Point = [point[0] + step[0], point[1] + step[1]]
  const start = on(plane, minus(plan.parameters, plane.origin))
  if (!site.lowest) {
    const from = point.every(Number.isFinite) && Number.isFinite(slope.loss) ? point : start
    const reach = Math.max(Math.hypot(...step) || 0, 0.1 * Math.hypot(...from), 0.05 * lengthOf(state.parameters) || 0, 1e-3)
    site.lowest = lowestPlace(landscape.heights(plane, state.statistics), from, reach, isCurve)
  }
  const points = path.on(plane)
  const core = request.plane.kind === 'gradient' ? [point, site.lowest] : [start, site.lowest]
  site.box = boxFor({ core, path: Float64Array.from([...points, ...next]), aspect: request.aspect, isCurve }, site.box)
  return site.box
}

/** Takes a surface as far as there is time for; the grid is finer, the less a point costs and the more time there is. */
function grow({ grid }: Surface, isPlaying: boolean, milliseconds: number): boolean {
  if (grid.side === 0) grid.grow(milliseconds, SIDES[0])
  const affordable = SIDES.filter((side) => grid.pointsOf(side) * grid.perPoint < (isPlaying ? WHOLE.playing : WHOLE.atRest))
  const side = grid.side === 0 ? SIDES[0] : Math.max(SIDES[0], affordable.at(-1) ?? 0)
  grid.grow(milliseconds, side)
  return grid.side >= side
}

/** The surface to show at this look. */
function surfaceAt(site: Site, request: SurfaceRequest, isCurrent: (surface: Surface) => boolean, make: () => Surface, since: number): { readonly surface: Surface; readonly isComplete: boolean } {
  const { isPlaying } = request
  const milliseconds = isPlaying ? Math.min(Math.max(since * SHARE, PLAYING[0]), PLAYING[1]) : AT_REST
  if (site.shown && isCurrent(site.shown)) {
    site.growing = undefined
    return { surface: site.shown, isComplete: grow(site.shown, isPlaying, milliseconds) }
  }
  // While the run plays, a surface that was begun is finished first, though its moment has passed.
  if (!site.growing || (!isPlaying && !isCurrent(site.growing))) site.growing = make()
  const becoming = site.growing
  const isComplete = grow(becoming, isPlaying, milliseconds)
  const isFit = isComplete || becoming.grid.side >= (isPlaying ? SIDES[0] : SIDES[1])
  if (!isFit && (site.shown || becoming.grid.side === 0)) return { surface: site.shown ?? becoming, isComplete }
  site.shown = becoming
  site.growing = undefined
  return { surface: becoming, isComplete: isComplete && isCurrent(becoming) }
}

export const surface: View<SurfaceRequest, SurfaceView> = (moment, request) => {
  const { plan, state, iteration, history } = moment
  const workshop = workshopOf(plan)
  const { landscape, record } = workshop
  const now = performance.now()
  const since = now - workshop.looked
  record.add(iteration, state.parameters)
  const path = record.path(history)
  const slope = slopeOf(workshop, moment)
  const site = siteOf(workshop, JSON.stringify([request.plane, request.range]))
  const isSame = staysSame(moment, request.plane)
  let plane: Plane | undefined
  const present = (): Plane => (plane ??= planeOf(moment, request.plane, site, slope, path))
  const isConstant = isSame && site.shown !== undefined
  const box = boxOf(moment, request, site, isConstant ? site.shown!.plane : present(), landscape, slope, path)
  const { surface: shown, isComplete } = surfaceAt(
    site,
    request,
    (one) => one.box === box && (isSame || one.iteration === iteration),
    () => ({ plane: present(), box, iteration, grid: createGrid(box, landscape.heights(present(), state.statistics)) }),
    since,
  )
  if (shown.grid.side > 0 && (site.read?.surface !== shown || site.read.side !== shown.grid.side))
    site.read = { surface: shown, side: shown.grid.side, id: ++grids, grid: shown.grid.read() }
  const { origin, u, v, share } = shown.plane
  workshop.looked = performance.now()
  return {
    id: site.read?.id ?? 0,
    box: shown.box,
    ...(site.read && { grid: site.read.grid }),
    isComplete,
    iteration: isSame ? iteration : shown.iteration,
    point: on(shown.plane, minus(state.parameters, origin)),
    loss: slope.loss,
    gradient: on(shown.plane, slope.gradient),
    gradientLength: lengthOf(slope.gradient),
    step: on(shown.plane, slope.step),
    path: { iterations: path.iterations, points: path.on(shown.plane) },
    rows: landscape.rows,
    isSampled: landscape.isSampled,
    ...(share !== undefined && { share }),
    ...(countParameters(plan.parameters) <= PARAMETERS_KEPT && { lists: { origin: listOf(plan, origin)!, u: listOf(plan, u)!, v: listOf(plan, v)! } }),
  }
}
