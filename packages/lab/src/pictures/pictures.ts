/** The table of pictures, in the order in which they stand; one folder each. */
import type { Message } from 'kudari'
import type { Component } from 'solid-js'
import { later } from '../shell/later.ts'
import type { PlanView } from '../worker/plan-view.ts'
import { activationsMessages } from './activations/messages.ts'
import { AxesPicture } from './data/axes-picture.tsx'
import { axesMessages } from './data/messages.ts'
import { movesAxes } from './data/moved.ts'
import { FitPicture } from './fit/fit.tsx'
import { fitMessages } from './fit/messages.ts'
import { imagesMessages } from './images/messages.ts'
import { Layers } from './layers/layers.tsx'
import { layersMessages } from './layers/messages.ts'
import { LearningCurve } from './learning-curve/learning-curve.tsx'
import { learningCurveMessages } from './learning-curve/messages.ts'
import { predictionsMessages } from './predictions/messages.ts'
import { PredictionsPicture } from './predictions/predictions.tsx'
import { surfaceMessages } from './surface/messages.ts'
import { Surface } from './surface/surface.tsx'

// The talk has neither.
const Activations = later(async () => (await import('./activations/activations.tsx')).Activations)
const Images = later(async () => (await import('./images/images.tsx')).Images)

export interface Picture {
  readonly id: string
  readonly name: Message
  /** Whether there is anything to see of such a run. */
  readonly suits: (plan: PlanView) => boolean
  readonly component: Component
}

/** Whether there are hidden layers. */
const isNetwork = ({ network }: PlanView): boolean => network.layers.filter(({ variables }) => variables.some(({ role }) => role === 'W')).length > 1

export const pictures: readonly Picture[] = [
  { id: 'fit', name: fitMessages.name, suits: ({ pipeline }) => !pipeline.image, component: FitPicture },
  { id: 'images', name: imagesMessages.name, suits: ({ pipeline }) => pipeline.image !== undefined, component: Images },
  { id: 'learning-curve', name: learningCurveMessages.name, suits: () => true, component: LearningCurve },
  { id: 'surface', name: surfaceMessages.name, suits: () => true, component: Surface },
  { id: 'predictions', name: predictionsMessages.name, suits: () => true, component: PredictionsPicture },
  { id: 'axes', name: axesMessages.name, suits: movesAxes, component: AxesPicture },
  { id: 'activations', name: activationsMessages.name, suits: isNetwork, component: Activations },
  { id: 'layers', name: layersMessages.name, suits: () => true, component: Layers },
]
