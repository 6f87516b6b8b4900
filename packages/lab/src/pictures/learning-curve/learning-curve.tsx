/** The learning curve: the loss of every step, of the rows learned from and of those held out, beside runs that were kept. */
import * as Plot from '@observablehq/plot'
import { formatNumber } from 'kudari'
import { Index, Show, createMemo, createSignal } from 'solid-js'
import { t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { Caption } from '../caption.tsx'
import { Card } from '../card.tsx'
import { Layers, type Scene } from '../layers.tsx'
import { type PlotFrame, drawable, frameOptions, heightFor, labelRoom, tickText } from '../plot-frame.ts'
import { type Curves, curvesOf, epochTicks, lastMeasured, positive, rangeOf } from './curves.ts'
import './learning-curve.css'
import { learningCurveMessages as messages } from './messages.ts'
import { Reader } from './reader.tsx'
import { RunKey } from './run-key.tsx'
import { runStyle } from './run-styles.ts'
import { RunsTable } from './runs-table.tsx'
import type { CurvePoint } from './thin.ts'
import { ValuesTable } from './values-table.tsx'

const RATIO = 0.62
/** Runs whose losses lie so many times apart are compared on a scale of logarithms. */
const DECADES = 1000
const xy = { x: 'x', y: 'y' } as const

/** A curve; of few points also the points. */
const line = (points: readonly CurvePoint[], stroke: string, options: Plot.LineOptions = {}): Plot.Markish[] => [
  Plot.line(points, { ...xy, stroke, strokeWidth: 2, clip: true, ...options }),
  points.length <= 20 ? Plot.dot(points, { ...xy, r: 2.5, fill: stroke, clip: true }) : null,
]

/** The axis of a linear scale begins at 0, where the loss would like to be, or below; that of logarithms holds all there is. */
function axisRange(curves: readonly Curves[], isLogarithmic: boolean): readonly [number, number] {
  const [low, high] = rangeOf(curves)
  if (!(low <= high)) return isLogarithmic ? [0.1, 1] : [0, 1]
  if (isLogarithmic) return [low / 1.15, high * 1.15]
  const bottom = Math.min(low, 0)
  return [bottom, high === bottom ? bottom + 1 : high + (high - bottom) * 0.04]
}

export function LearningCurve() {
  const { history, frame, kept, plan, seek } = useSession()
  const [wantsLogarithmic, setLogarithmic] = createSignal<boolean>()
  const [read, setRead] = createSignal<number>()
  const steps = () => history().loss.length
  const stepsPerEpoch = () => plan()?.stepsPerEpoch ?? 1
  const hasSteps = createMemo(() => steps() > 0)
  const curves = createMemo(() => curvesOf(history(), stepsPerEpoch()))
  const keptCurves = createMemo(() => kept().map((run) => curvesOf(run.history, run.plan?.stepsPerEpoch ?? 1)))
  /** Beside a run whose loss is another by decades, one sees nothing of a curve otherwise. */
  const isLogarithmic = createMemo(() => {
    const [low, high] = rangeOf([curves(), ...keptCurves()])
    return wantsLogarithmic() ?? (kept().length > 0 && low > 0 && high > DECADES * low)
  })
  const hasMeans = createMemo(() => curves().behind.length > 0)
  const hasValidation = createMemo(() => curves().validation.length > 0)
  const hasBest = createMemo(() => frame()?.end?.best !== undefined)

  const scene = (width: number): Scene => {
    const shape = isLogarithmic() ? positive : (each: Curves) => each
    const [own, others] = [shape(curves()), keptCurves().map(shape)]
    const last = Math.max(1, steps() - 1, ...kept().map((run) => run.history.loss.length - 1))
    const y = axisRange([own, ...others], isLogarithmic())
    const hasEpochs = stepsPerEpoch() > 1
    const plotFrame: PlotFrame = { width, height: heightFor(width, RATIO), left: labelRoom(y), right: 18, top: hasEpochs ? 40 : 14, bottom: 40, x: [0, last], y }
    const { x: xAxis, y: yAxis, ...options } = frameOptions(plotFrame)
    const at = (frame()?.iteration ?? 0) - 1
    // A single step may lie beyond an axis that is made for the means.
    const here = at >= 0 && at < steps() ? [{ x: at, y: Math.min(Math.max(history().loss.values[at], y[0]), y[1]) }] : []
    const best = frame()?.end?.best
    return {
      frame: plotFrame,
      plot: {
        ...options,
        x: xAxis,
        y: { ...yAxis, label: null, grid: true, ticks: 6, tickFormat: tickText, type: isLogarithmic() ? 'log' : 'linear' },
        marks: [
          Plot.axisX({ label: t(messages.iteration), ticks: 6, tickFormat: (k: number) => (Number.isInteger(k) ? k.toLocaleString('en') : '') }),
          hasEpochs
            ? Plot.axisX(epochTicks(last + 1, stepsPerEpoch()).map((epoch) => epoch * stepsPerEpoch()), { anchor: 'top', label: t(messages.epoch), tickFormat: (k: number) => `${k / stepsPerEpoch()}` })
            : null,
          isLogarithmic() ? null : Plot.ruleY([0], { strokeOpacity: 0.4 }),
          ...others.flatMap(({ loss }, i) => line(loss, runStyle(i).color, { strokeDasharray: runStyle(i).dashes })),
          Plot.line(own.behind.map((point) => ({ x: point.x, y: isLogarithmic() ? point.y : drawable(plotFrame, point.y) })), { ...xy, stroke: 'var(--train)', strokeOpacity: 0.3, strokeWidth: 1, clip: true }),
          ...line(own.loss, 'var(--train)'),
          ...line(own.validation, 'var(--validation)'),
          best === undefined ? null : Plot.ruleX([best], { stroke: 'currentColor', strokeDasharray: '3,4', strokeWidth: 1.5 }),
          Plot.ruleX(here, { x: 'x', stroke: 'var(--lit-line)', strokeWidth: 1.5 }),
          Plot.dot(here, { ...xy, r: 5, fill: 'var(--train)', stroke: 'var(--paper)', strokeWidth: 1.5, className: 'term-L' }),
        ],
      },
    }
  }

  const about = () => {
    const { loss } = history()
    if (loss.length === 0) return t(messages.none)
    return t(messages.about, { first: formatNumber(loss.values[0]), last: formatNumber(loss.values[loss.length - 1]), steps: loss.length })
  }
  /** What was recorded of a step, in words. */
  const readingOf = (step: number): string => {
    const { loss, validation } = history()
    const measured = validation.loss && lastMeasured(validation.loss.values, step)
    const others = kept().filter((run) => step < run.history.loss.length).map((run) => t(messages.readingOf, { name: run.name, loss: formatNumber(run.history.loss.values[step]) }))
    const own = step < loss.length ? [t(messages.reading, { iteration: step, loss: formatNumber(loss.values[step]), validation: measured === undefined ? undefined : formatNumber(measured) })] : []
    return [...own, ...others].join(' · ')
  }

  return (
    <Card
      name={t(messages.name)}
      tools={<button type="button" class="quiet" aria-pressed={isLogarithmic()} onClick={() => setLogarithmic(!isLogarithmic())}>{t(messages.logarithmic)}</button>}
      legend={
        <>
          <ul class="legend">
            <li><i class="key train" />{t(hasMeans() ? messages.trainEpoch : messages.train)}</li>
            <Show when={hasMeans()}><li><i class="key train faint" />{t(messages.trainStep)}</li></Show>
            <Show when={hasValidation()}><li><i class="key validation" />{t(messages.validation)}</li></Show>
            <Show when={hasBest()}><li><i class="key dashed" />{t(messages.best)}</li></Show>
            <Index each={kept()}>{(run, i) => <li><RunKey index={i} />{t(messages.kept, { name: run().name })}</li>}</Index>
          </ul>
          <Caption sentences={[t(messages.caption, { hasValidation: hasValidation() }), ...(hasMeans() ? [t(messages.captionEpochs, { steps: stepsPerEpoch() })] : [])]} />
          <Show when={kept().length > 0}><RunsTable /></Show>
          <Show when={hasSteps()}><ValuesTable /></Show>
        </>
      }
    >
      <Show when={hasSteps() || kept().length > 0} fallback={<p class="empty soft">{t(messages.none)}</p>}>
        <Layers
          label={about()}
          scene={scene}
          over={(plotFrame) => (
            <Show when={hasSteps()}>
              <Reader
                frame={plotFrame()} steps={steps()} step={read()} text={readingOf(read() ?? steps() - 1)} onRead={setRead}
                // A step that was made is seen at the moment after it.
                onGo={(step) => seek(step + 1)}
              />
            </Show>
          )}
        />
        <output class="told" classList={{ soft: read() === undefined }}>{read() === undefined ? t(messages.point) : readingOf(read()!)}</output>
      </Show>
    </Card>
  )
}
