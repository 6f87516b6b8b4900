/** All lessons of a moment: what goes wrong, causes before what follows from them, and what follows left out. */
import type { Moment } from '../moment.ts'
import { leak, neverPredicted } from './classes.ts'
import { layerLessons } from './layers.ts'
import { tooLarge, tooSmall } from './learning-rate.ts'
import type { Lesson, LessonKind } from './lesson.ts'
import { fewRows, overfitting } from './overfitting.ts'
import { penalised } from './ignorance.ts'
import type { Recogniser } from './recognise.ts'
import { unscaled } from './scaling.ts'
import { tooSimple } from './simplicity.ts'

/** In the order in which they are told. */
const recognisers: readonly Recogniser[] = [tooLarge, leak, penalised, layerLessons, unscaled, tooSmall, overfitting, tooSimple, neverPredicted, fewRows]

const ofLayers: readonly LessonKind[] = ['vanishing', 'exploding', 'dead', 'saturated']
const ofWeakModels: readonly LessonKind[] = ['tooSimple', 'neverPredicted']
const slow: readonly LessonKind[] = ['unscaled', 'tooSmall', 'tooSmallSteps', ...ofWeakModels]

/** What follows from what: where a cause is told, its effects are not. */
const effects: Readonly<Partial<Record<LessonKind, readonly LessonKind[]>>> = {
  tooLarge: ['alike', ...ofLayers, ...slow, 'overfitting', 'memorised', 'fewRows'],
  penalised: ['alike', ...ofLayers, ...slow, 'overfitting', 'memorised'],
  alike: [...ofLayers, ...slow],
  exploding: ['dead', 'saturated', ...slow],
  vanishing: ['saturated', ...slow],
  dead: ['vanishing', ...slow],
  saturated: slow,
  unscaled: ['tooSmall', ...ofWeakModels, 'fewRows'],
  tooSmall: ofWeakModels,
  tooSmallSteps: ofWeakModels,
  overfitting: ['memorised', 'fewRows'],
  memorised: ['fewRows'],
  tooSimple: ['neverPredicted'],
}

/** Where nothing is a number any more, only the steps that led there can be spoken of. */
const isLost = ({ state, outcome, iteration }: Moment): boolean =>
  (outcome?.kind === 'diverged' && iteration > outcome.iteration) || Object.values(state.parameters).some(({ data }) => !Number.isFinite(data[0]))

export function lessonsOf(moment: Moment): Lesson[] {
  const found = (isLost(moment) ? [tooLarge] : recognisers).flatMap((recognise) => recognise(moment))
  const explained = new Set(found.flatMap(({ kind }) => effects[kind] ?? []))
  return found.filter(({ kind }) => !explained.has(kind))
}
