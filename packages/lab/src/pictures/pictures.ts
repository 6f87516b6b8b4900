/** The table of pictures, in the order in which they stand; one folder each. */
import type { Message } from 'kudari'
import type { Component } from 'solid-js'
import type { PlanView } from '../worker/plan-view.ts'
import { AxesPicture } from './data/axes-picture.tsx'
import { movesAxes } from './data/moved.ts'
import { axesMessages } from './data/messages.ts'
import { LearningCurve } from './learning-curve/learning-curve.tsx'
import { learningCurveMessages } from './learning-curve/messages.ts'
import { surfaceMessages } from './surface/messages.ts'
import { Surface } from './surface/surface.tsx'

export interface Picture {
  readonly id: string
  readonly name: Message
  /** Whether there is anything to see of such a run. */
  readonly suits: (plan: PlanView) => boolean
  readonly component: Component
}

export const pictures: readonly Picture[] = [
  { id: 'axes', name: axesMessages.name, suits: movesAxes, component: AxesPicture },
  { id: 'learning-curve', name: learningCurveMessages.name, suits: () => true, component: LearningCurve },
  { id: 'surface', name: surfaceMessages.name, suits: () => true, component: Surface },
]
