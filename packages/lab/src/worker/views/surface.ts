/** The loss over a plane of the parameters: heights, the path walked, and the next step. It takes a part of the Worker's time and goes on at the next look. */
import type { Plan } from 'kudari'
import type { Moment, View } from '../moment.ts'
import type { Box, Grid } from './surface/grid.ts'
import { type Slope, landscapeOf } from './surface/landscape.ts'
import { createRecord, listOf } from './surface/path.ts'
import type { Point } from './surface/range.ts'
import { type Look, type Site, type SiteRequest, createSite } from './surface/site.ts'
import { lengthOf, minus, seenOn } from './surface/vectors.ts'

export interface SurfaceRequest extends SiteRequest {
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

/** Milliseconds for heights at one look, when nothing else is to be done. */
const AT_REST = 40
/** The share of the Worker's time while a run plays, and the limits of one look. */
const SHARE = 0.25
const PLAYING = [1.5, 25] as const
/** So many sites of a plan are remembered. */
const SITES = 4

/** All that is known of a plan. */
function createWorkshop(plan: Plan) {
  const landscape = landscapeOf(plan)
  const sites = new Map<string, { readonly look: Site; seen?: SurfaceView }>()
  let slope: { readonly iteration: number; readonly value: Slope } | undefined
  return {
    landscape,
    record: createRecord(plan),
    /** When the last look ended, and before when, while the run plays, there is none. */
    looked: 0,
    rests: 0,
    siteOf(request: SiteRequest) {
      const key = JSON.stringify([request.plane, request.range])
      const site = sites.get(key) ?? { look: createSite(plan, landscape, request) }
      // The one that was used last is the last.
      sites.delete(key)
      sites.set(key, site)
      const [oldest] = sites.keys()
      if (sites.size > SITES) sites.delete(oldest)
      return site
    },
    slopeAt({ state, iteration }: Moment): Slope {
      if (slope?.iteration !== iteration) slope = { iteration, value: landscape.slope(state, iteration) }
      return slope.value
    },
  }
}

type Workshop = ReturnType<typeof createWorkshop>

const workshops = new WeakMap<Plan, Workshop>()

function workshopOf(plan: Plan): Workshop {
  const known = workshops.get(plan) ?? createWorkshop(plan)
  workshops.set(plan, known)
  return known
}

/** What is to be seen at a look. */
function sightOf(workshop: Workshop, site: Site, look: Look): SurfaceView {
  const { surface: { plane, box, iteration }, heights, isComplete, isSame } = site(look)
  const { moment: { plan, state, iteration: now }, slope, path } = look
  const { rows, isSampled } = workshop.landscape
  const [origin, u, v] = [plane.origin, plane.u, plane.v].map((vector) => listOf(plan, vector))
  return {
    id: heights?.id ?? 0,
    box,
    ...(heights && { grid: heights.grid }),
    isComplete,
    iteration: isSame ? now : iteration,
    point: seenOn(plane, minus(state.parameters, plane.origin)),
    loss: slope.loss,
    gradient: seenOn(plane, slope.gradient),
    gradientLength: lengthOf(slope.gradient),
    step: seenOn(plane, slope.step),
    path: { iterations: path.iterations, points: path.on(plane) },
    rows,
    isSampled,
    ...(plane.share !== undefined && { share: plane.share }),
    ...(origin && u && v && { lists: { origin, u, v } }),
  }
}

export const surface: View<SurfaceRequest, SurfaceView> = (moment, request) => {
  const workshop = workshopOf(moment.plan)
  const { isPlaying } = request
  workshop.record.add(moment.iteration, moment.state.parameters)
  const site = workshop.siteOf(request)
  const begin = performance.now()
  // Where a look takes long, there are fewer of them: all that is seen is then as it was at the last one.
  if (isPlaying && site.seen && begin < workshop.rests) return site.seen
  const slope = workshop.slopeAt(moment)
  const path = workshop.record.path(moment.history)
  const share = (begin - workshop.looked) * SHARE - (performance.now() - begin)
  const milliseconds = isPlaying ? Math.min(Math.max(share, PLAYING[0]), PLAYING[1]) : AT_REST
  site.seen = sightOf(workshop, site.look, { moment, slope, path, isPlaying, milliseconds })
  workshop.looked = performance.now()
  workshop.rests = isPlaying ? workshop.looked + (workshop.looked - begin) * (1 / SHARE - 1) : 0
  return site.seen
}
