/** The loss surface: over two parameters, along the gradient, or along the path; as contours and in space; with the path, the present point and the next step. */
import { Show, createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import { inLanguage, t } from '../../language.ts'
import { useSession } from '../../session/session.ts'
import { later } from '../../shell/later.ts'
import { Card } from '../card.tsx'
import { Settings } from './axes.tsx'
import { ContourMap } from './contour-map.tsx'
import { Curve } from './curve.tsx'
import { surfaceMessages } from './messages.ts'
import { labelOf, namesOf, reliefNamesOf } from './names.ts'
import { Side } from './side.tsx'
import { Sized } from './sized.tsx'
import { createSurface } from './state.ts'
import './surface.css'

const ReliefView = later(async () => (await import('./relief-view.tsx')).ReliefView)

export function Surface() {
  const surface = createSurface(useSession())
  const { frame, axes, problem, drawn, grid, gridBox, levels, lowest, walked, box, isCurve, isMovable, isVisible, moved, release, setVisible, setMoved, setRange } = surface
  const [isRelief, setRelief] = createSignal(false)
  const [isTurning, setTurning] = createSignal(false)
  const [isGradientShown, setGradientShown] = createSignal(false)
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
        <div class="joined" role="group" aria-label={t(surfaceMessages.seenAs)}>
          <button type="button" class="quiet" aria-pressed={!isRelief()} disabled={isCurve()} onClick={() => setRelief(false)}>{t(surfaceMessages.contour)}</button>
          <button type="button" class="quiet" aria-pressed={isRelief()} disabled={isCurve()} onClick={() => setRelief(true)}>{t(surfaceMessages.relief)}</button>
        </div>
      }
    >
      <div class="surface-place" ref={(element) => (root = element)}>
        <div class="surface">
          <Settings surface={surface} />
          <div class="surface-picture">
            <Show when={problem()}>{(why) => <p class="soft" role="status">{inLanguage(why().text)}</p>}</Show>
            <Show when={!problem()}>
              <Show when={drawn()} fallback={<p class="soft surface-waiting">{t(surfaceMessages.computing)}</p>}>
                {(now) => (
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
                )}
              </Show>
            </Show>
          </div>
          <Show when={!problem() && drawn()}>
            {(now) => <Side surface={surface} view={now().view} isRelief={isRelief()} isTurning={isTurning()} onTurning={setTurning} isGradientShown={isGradientShown()} onGradientShown={setGradientShown} />}
          </Show>
        </div>
      </div>
    </Card>
  )
}
