/** The loss surface: over two parameters, along the gradient, or along the path; as contours and in space; with the path, the present point and the next step. */
import { formatNumber } from 'kudari'
import { For, Show, createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { inLanguage, language, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { Card } from '../card.tsx'
import { ElementChoice } from './axes.tsx'
import { ContourMap } from './contour-map.tsx'
import { Curve } from './curve.tsx'
import { elementName } from './elements.ts'
import { Legend, captionsOf } from './legend.tsx'
import { surfaceMessages } from './messages.ts'
import { labelOf, namesOf, reliefNamesOf } from './names.ts'
import { ReliefView } from './relief-view.tsx'
import { Sized } from './sized.tsx'
import { type Kind, createSurface, kinds } from './state.ts'
import './surface.css'

const ZOOM = 1.5

export function Surface() {
  const surface = createSurface(useSession())
  const { plan, frame, kind, axes, choose, chooseAxis, problem, drawn, grid, gridBox, levels, lowest, walked, box, isCurve, isMovable, isVisible, moved, loss, isFit } = surface
  const { fit, zoomBy, release, setVisible, setMoved, setRange, redraw } = surface
  const [isRelief, setRelief] = createSignal(false)
  const [isTurning, setTurning] = createSignal(false)
  const [isGradientShown, setGradientShown] = createSignal(false)
  const mayMove = !matchMedia('(prefers-reduced-motion: reduce)').matches
  const names = createMemo(() => (axes() ? namesOf(surface) : (['', ''] as const)))
  const label = () => labelOf(surface, isRelief())
  const reliefNames = createMemo(() => (grid() ? reliefNamesOf(surface) : (['', '', ''] as const)))

  let root: HTMLDivElement | undefined
  onMount(() => {
    const observer = new IntersectionObserver(([{ isIntersecting }]) => setVisible(isIntersecting))
    observer.observe(root!)
    onCleanup(() => observer.disconnect())
  })

  return (
    <Card
      name={t(surfaceMessages.name)}
      tools={
        <div class="row surface-kinds" role="group" aria-label={t(surfaceMessages.seenAs)}>
          <button type="button" class="quiet" aria-pressed={!isRelief()} disabled={isCurve()} onClick={() => setRelief(false)}>{t(surfaceMessages.contour)}</button>
          <button type="button" class="quiet" aria-pressed={isRelief()} disabled={isCurve()} onClick={() => setRelief(true)}>{t(surfaceMessages.relief)}</button>
        </div>
      }
    >
      <div class="surface" ref={(element) => (root = element)}>
        <div class="surface-settings">
          <Show when={(plan()?.network.parameters ?? 0) > 2}>
            <label class="surface-axis">
              <span>{t(surfaceMessages.plane)}</span>
              <select onChange={({ currentTarget: { value } }) => choose(value as Kind)}>
                <For each={kinds}>
                  {(each) => <option value={each} selected={kind() === each}>{t({ parameters: surfaceMessages.byParameters, gradient: surfaceMessages.byGradient, path: surfaceMessages.byPath }[each])}</option>}
                </For>
              </select>
            </label>
          </Show>
          <Show when={kind() === 'parameters' && plan() && axes()}>
            {(chosen) => (
              <>
                <ElementChoice plan={plan()!} label={t(surfaceMessages.across)} value={chosen()[0]} isOptional={false} onChoose={(element) => element && chooseAxis(0, element)} />
                <ElementChoice plan={plan()!} label={t(surfaceMessages.up)} value={chosen()[1]} isOptional onChoose={(element) => chooseAxis(1, element)} />
              </>
            )}
          </Show>
          <Show when={kind() === 'gradient'}>
            <button type="button" class="quiet" onClick={redraw}>{t(surfaceMessages.another)}</button>
          </Show>
        </div>
        <Show when={problem()}>{(why) => <p class="soft" role="status">{inLanguage(why().text)}</p>}</Show>
        <Show when={!problem()}>
          <Show when={drawn()} fallback={<p class="soft surface-waiting">{t(surfaceMessages.computing)}</p>}>
            {(now) => (
              <div class="surface-body">
                <div class="surface-picture">
                  <Show
                    when={!isCurve()}
                    fallback={<Curve view={now().view} grid={grid()!} box={gridBox()!} walked={walked()} name={namesOf(surface)[0]} label={label()} />}
                  >
                    <Sized>
                      {(room) => (
                        <Show
                          when={isRelief()}
                          fallback={
                            <ContourMap
                              room={room()} view={now().view} levels={levels()} levelsBox={gridBox()!} box={box()!} lowest={lowest()} walked={walked()} names={names()}
                              isGradientShown={isGradientShown()} label={label()} isMovable={isMovable()} moved={moved()} onMove={setMoved} onRelease={() => void release()} onBox={setRange}
                            />
                          }
                        >
                          <ReliefView
                            room={room()} view={now().view} grid={grid()!} box={gridBox()!} walked={walked()} names={reliefNames()}
                            isTurning={isTurning() && isVisible()} isPlaying={frame()?.isPlaying ?? false} label={label()}
                          />
                        </Show>
                      )}
                    </Sized>
                  </Show>
                </div>
                <div class="surface-side">
                  <div class="surface-tools">
                    <div class="choices" role="group" aria-label={t(surfaceMessages.name)}>
                      <button type="button" title={t(surfaceMessages.farther)} aria-label={t(surfaceMessages.farther)} onClick={() => zoomBy(ZOOM)}>−</button>
                      <button type="button" title={t(surfaceMessages.closer)} aria-label={t(surfaceMessages.closer)} onClick={() => zoomBy(1 / ZOOM)}>+</button>
                      <button type="button" title={t(surfaceMessages.fitTip)} onClick={fit}>{t(surfaceMessages.fit)}</button>
                      <Show when={!isCurve() && !isRelief()}>
                        <button type="button" aria-pressed={isGradientShown()} onClick={() => setGradientShown((before) => !before)}>{t(surfaceMessages.gradient)}</button>
                      </Show>
                      <Show when={!isCurve() && isRelief() && mayMove}>
                        <button type="button" aria-pressed={isTurning()} onClick={() => setTurning((before) => !before)}>{t(surfaceMessages.turning)}</button>
                      </Show>
                    </div>
                    <p class="surface-reading">
                      <Show when={kind() === 'parameters'}>
                        <For each={axes()}>{(element, i) => <span>{elementName(plan()!, element)} = <b>{formatNumber((moved() ?? now().view.point)[i()], 5)}</b></span>}</For>
                      </Show>
                      <span>L = <b>{formatNumber(loss() ?? Number.NaN, 5)}</b></span>
                      <Show when={!moved()}><span>|∇L| = <b>{formatNumber(now().view.gradientLength, 4)}</b></span></Show>
                    </p>
                  </div>
                  <Legend view={now().view} isCurve={isCurve()} isRelief={isRelief()} isGradientShown={isGradientShown()} hasLowest={lowest() !== undefined} iteration={frame()?.iteration ?? 0} isPlaying={frame()?.isPlaying ?? false} />
                  <p class="surface-caption">
                    {captionsOf({ plan: plan()!, view: now().view, kind: kind(), isCurve: isCurve(), isRelief: isRelief(), isMovable: isMovable(), isFit: isFit(), box: box()! }).join(language() === 'ja' ? '' : ' ')}
                  </p>
                </div>
              </div>
            )}
          </Show>
        </Show>
      </div>
    </Card>
  )
}
