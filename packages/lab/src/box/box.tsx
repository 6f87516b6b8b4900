/** The open box: the step's Program as a list that can be read, and one of its values down to the single number. */
import { sectionText, sectionTexts } from 'kudari'
import { For, Show, createEffect, createMemo, createSignal } from 'solid-js'
import { Formula } from '../controls/formula.tsx'
import { language, t } from '../language.ts'
import { useSession } from '../session/session.ts'
import { recall, remember } from '../session/memory.ts'
import { point, pointed } from '../shell/pointer.ts'
import type { InstructionView, StepView, ValueView } from '../worker/answers/step.ts'
import type { ValueRequest } from '../worker/answers/value.ts'
import { Code } from './code.tsx'
import { boxMessages } from './messages.ts'
import { createOpened, onNewPlan } from './opened.ts'
import { ValuePanel } from './value-panel.tsx'
import './box.css'

const readings = ['formula', 'numpy', 'typescript'] as const
type Reading = (typeof readings)[number]

/** Instructions that stand together, under the name of their section. */
function bySection(instructions: readonly InstructionView[]): { readonly section: InstructionView['section']; readonly own: InstructionView[] }[] {
  const parts: { readonly section: InstructionView['section']; readonly own: InstructionView[] }[] = []
  for (const instruction of instructions) {
    const last = parts.at(-1)
    if (last && JSON.stringify(last.section) === JSON.stringify(instruction.section)) last.own.push(instruction)
    else parts.push({ section: instruction.section, own: [instruction] })
  }
  return parts
}

/** The values of a line by the names that they have in it. */
export const idsOf = (step: StepView, { id, name, operands }: InstructionView): ReadonlyMap<string, number> =>
  new Map([[name, id], ...[...step.given, ...step.instructions].filter((each) => operands.includes(each.id)).map((each) => [each.name, each.id] as const)])

export function Box() {
  const session = useSession()
  const [isOpen, setOpen] = createSignal(recall('box') === 'open')
  const [reading, setReading] = createSignal<Reading>('formula')
  const [request, setRequest] = createSignal<ValueRequest>()
  const [place, setPlace] = createSignal<HTMLElement>()
  const { step, value } = createOpened(session, isOpen, request)
  const select = (id: number): void => void setRequest({ id, fromRow: 0, fromColumn: 0, position: 0 })
  onNewPlan(session, () => setRequest(undefined))
  // The prediction is what everything begins with.
  createEffect(() => {
    const view = step()
    if (view && !request() && view.instructions.length > 0) select(view.instructions[0].id)
  })
  const selected = createMemo((): ValueView | undefined => {
    const [view, wanted] = [step(), request()]
    return wanted && view ? [...view.given, ...view.instructions].find(({ id }) => id === wanted.id) : undefined
  })
  const toggle = (): void => {
    remember('box', isOpen() ? 'closed' : 'open')
    setOpen((before) => !before)
  }

  // What is pointed at is lit wherever it stands.
  const nameOf = (id: number): string | undefined => [...(step()?.given ?? []), ...(step()?.instructions ?? [])].find((each) => each.id === id)?.name
  const onPointer = ({ target }: Event): void => {
    const marked = target instanceof Element ? target.closest('[class*="v"]') : null
    const id = marked && [...marked.classList].flatMap((name) => /^v(\d+)$/.exec(name)?.[1] ?? [])[0]
    point(id === null || id === undefined ? undefined : nameOf(Number(id)))
  }
  createEffect(() => {
    const name = pointed()
    const view = step()
    for (const element of place()?.querySelectorAll('.pointed') ?? []) element.classList.remove('pointed')
    if (name === undefined || !view) return
    for (const { id } of [...view.given, ...view.instructions].filter((each) => each.name === name))
      for (const element of place()?.querySelectorAll(`.v${id}`) ?? []) element.classList.add('pointed')
  })

  const line = (instruction: InstructionView) => (
    <button type="button" class={`line v${instruction.id}`} aria-current={request()?.id === instruction.id} onClick={() => select(instruction.id)}>
      <Show when={reading() !== 'formula'} fallback={<Formula tex={instruction.formula} spoken={instruction.numpy} />}>
        <Code line={reading() === 'numpy' ? instruction.numpy : instruction.typescript} ids={idsOf(step()!, instruction)} />
      </Show>
    </button>
  )

  return (
    <section class="panel box" aria-label={t(boxMessages.name)}>
      <header>
        <h2>{t(boxMessages.name)}</h2>
        <div class="row">
          <Show when={isOpen()}>
            <div class="joined" role="group" aria-label={t(boxMessages.reading)}>
              <For each={readings}>{(each) => <button type="button" class="quiet" aria-pressed={reading() === each} onClick={() => setReading(each)}>{t(boxMessages[each])}</button>}</For>
            </div>
          </Show>
          <button type="button" aria-expanded={isOpen()} onClick={toggle}>{t(isOpen() ? boxMessages.close : boxMessages.open)}</button>
        </div>
      </header>
      <Show when={isOpen()} fallback={<div class="body"><p class="soft">{t(boxMessages.closed)}</p></div>}>
        <Show when={step()}>
          {(view) => (
            <div class="body" ref={setPlace} onPointerOver={onPointer} onPointerLeave={() => point(undefined)}>
              <p class="soft about-box">{t(boxMessages.about, { iteration: view().iteration })} {view().shown < view().rows ? t(boxMessages.sampled, { rows: view().rows, shown: view().shown }) : ''}</p>
              <div class="program-and-value">
                <div class="program">
                  <h3>{sectionTexts.given[language()]()}</h3>
                  <div class="chips"><For each={view().given}>{(given) => <button type="button" class={`chip v${given.id}`} aria-current={request()?.id === given.id} onClick={() => select(given.id)}><Formula tex={given.tex} spoken={given.name} /></button>}</For></div>
                  <For each={bySection(view().instructions)}>
                    {({ section, own }) => (
                      <>
                        <h3>{sectionText(section, language())}</h3>
                        <ol><For each={own}>{(instruction) => <li>{line(instruction)}</li>}</For></ol>
                      </>
                    )}
                  </For>
                </div>
                <Show when={selected()}>
                  {(chosen) => (
                    <ValuePanel
                      step={view()} value={chosen()} instruction={view().instructions.find(({ id }) => id === chosen().id)}
                      open={value()?.id === chosen().id ? value() : undefined} idsOf={(instruction) => idsOf(view(), instruction)} onSelect={select}
                      onChoose={(position) => setRequest((before) => before && { ...before, position })}
                      onMove={(fromRow, fromColumn) => setRequest((before) => before && { ...before, fromRow, fromColumn })}
                    />
                  )}
                </Show>
              </div>
            </div>
          )}
        </Show>
      </Show>
    </section>
  )
}
