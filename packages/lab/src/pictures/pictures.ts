/** The table of pictures, in the order in which they stand; one folder each. */
import type { Message } from 'kudari'
import type { Component } from 'solid-js'
import type { PlanView } from '../worker/plan-view.ts'
import { FitPicture } from './fit/fit.tsx'
import { fitMessages } from './fit/messages.ts'
import { LearningCurve } from './learning-curve/learning-curve.tsx'
import { learningCurveMessages } from './learning-curve/messages.ts'
import { predictionsMessages } from './predictions/messages.ts'
import { PredictionsPicture } from './predictions/predictions.tsx'

export interface Picture {
  readonly id: string
  readonly name: Message
  /** Whether there is anything to see of such a run. */
  readonly suits: (plan: PlanView) => boolean
  readonly component: Component
}

export const pictures: readonly Picture[] = [
  { id: 'learning-curve', name: learningCurveMessages.name, suits: () => true, component: LearningCurve },
  { id: 'fit', name: fitMessages.name, suits: ({ pipeline }) => !pipeline.image, component: FitPicture },
  { id: 'predictions', name: predictionsMessages.name, suits: () => true, component: PredictionsPicture },
]
