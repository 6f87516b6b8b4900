/** The path that a run has walked: from its history, where that lists the parameters; else from the moments that were shown. */
import { type History, PARAMETERS_KEPT, type Parameters, type Plan, Tensor, countParameters, listParameters, parameterOrder } from 'kudari'
import { type Plane, minus, seenOn } from './vectors.ts'

/** So many of the first steps are drawn one by one: they are the long ones. */
const FIRST = 300
/** So many more at most, evenly spread over the rest, and the last. */
const REST = 300
/** Numbers that recorded moments may hold together, and moments in any case. */
const RECORDED = 2e6
const MOMENTS = [16, 300] as const

/**
 * The iterations at which a path of so many steps is drawn. Strides are powers of three: each choice holds the coarser ones, so that
 * points stay where they are, and steps that jump to and fro are seen from both sides.
 */
export function drawnIterations(steps: number): number[] {
  let stride = 1
  while ((steps - FIRST) / stride > REST) stride *= 3
  const drawn: number[] = []
  for (let k = 0; k < steps; k += k < FIRST ? 1 : stride) drawn.push(k)
  return [...drawn, steps]
}

/** Points of a path, at iterations that grow. */
export interface Path {
  readonly iterations: readonly number[]
  readonly parametersAt: (i: number) => Parameters
  /** The points as they are seen on a plane: two coordinates each, relative to its origin. */
  readonly on: (plane: Plane) => Float64Array
}

const isListed = (plan: Plan): boolean => countParameters(plan.parameters) <= PARAMETERS_KEPT

/** All parameters of a plan's model in the order of its history; undefined where that does not list them. */
export const listOf = (plan: Plan, vector: Parameters): number[] | undefined =>
  isListed(plan) ? listParameters(plan.specification, plan.inputs.length, vector) : undefined

/** The inverse of {@link listOf}. */
function fromList({ specification, inputs, parameters }: Plan, list: readonly number[]): Parameters {
  let at = 0
  return Object.fromEntries(
    parameterOrder(specification, inputs.length).map((name) => {
      const data = parameters[name].data.slice()
      for (let i = 0; i < data.length; i++) data[i] = list[at++]
      return [name, new Tensor(parameters[name], data)]
    }),
  )
}

function listedPath(plan: Plan, { loss, parameters }: History): Path {
  const first = listOf(plan, plan.parameters)!
  const columns = first.map((_, j) => parameters[`w${j}`] ?? [])
  const iterations = drawnIterations(loss.length)
  return {
    iterations,
    parametersAt: (i) => fromList(plan, iterations[i] === 0 ? first : columns.map((column) => column[iterations[i] - 1])),
    on(plane) {
      const [origin, u, v] = [plane.origin, plane.u, plane.v].map((vector) => listOf(plan, vector)!)
      const points = new Float64Array(2 * iterations.length)
      for (const [i, iteration] of iterations.entries())
        for (let j = 0; j < first.length; j++) {
          const from = (iteration === 0 ? first[j] : columns[j][iteration - 1]) - origin[j]
          points[2 * i] += from * u[j]
          points[2 * i + 1] += from * v[j]
        }
      return points
    },
  }
}

/** Remembers moments that were shown, and as their number grows every second of them. */
export function createRecord(plan: Plan) {
  const most = Math.min(MOMENTS[1], Math.max(MOMENTS[0], Math.floor(RECORDED / countParameters(plan.parameters))))
  let moments = [{ iteration: 0, parameters: plan.parameters }]
  /** Where moments are on planes that were asked for before. */
  const known = new WeakMap<Plane, Map<number, readonly [number, number]>>()
  const placesOn = (plane: Plane): Map<number, readonly [number, number]> => {
    const places = known.get(plane) ?? new Map<number, readonly [number, number]>()
    known.set(plane, places)
    return places
  }
  return {
    add(iteration: number, parameters: Parameters): void {
      if (moments.some((moment) => moment.iteration === iteration)) return
      moments.push({ iteration, parameters })
      moments.sort((a, b) => a.iteration - b.iteration)
      if (moments.length > most) moments = moments.filter((moment, i) => i % 2 === 0 || moment.iteration === iteration)
    },
    path(history: History): Path {
      if (isListed(plan)) return listedPath(plan, history)
      const own = moments
      return {
        iterations: own.map(({ iteration }) => iteration),
        parametersAt: (i) => own[i].parameters,
        on(plane) {
          const places = placesOn(plane)
          return Float64Array.from(own.flatMap(({ iteration, parameters }) => {
            const place = places.get(iteration) ?? seenOn(plane, minus(parameters, plane.origin))
            places.set(iteration, place)
            return place
          }))
        },
      }
    },
  }
}

export type Record = ReturnType<typeof createRecord>
