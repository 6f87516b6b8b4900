/** What goes wrong, recognised and explained beside the curve, with remedies to try. */
import { For, Show, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { inLanguage, t } from '../language.ts'
import { useSession } from '../session/session.ts'
import type { LessonKind, Remedy } from '../worker/lessons/lesson.ts'
import { Comparison, type Trial } from './comparison.tsx'
import type { Demonstration } from './demonstrations.ts'
import { DemonstrationsMenu } from './demonstrations-menu.tsx'
import { createHold } from './hold.ts'
import { LessonCard } from './lesson-card.tsx'
import { textsOf } from './lesson-texts.ts'
import './lessons.css'
import { lessonsMessages } from './messages.ts'
import { nothing, steady } from './steady.ts'

/** A run that has not moved for so many milliseconds stands still. */
const REST = 250

/** Whether the run stands still. */
function createRest() {
  const { frame, plan } = useSession()
  const [isAtRest, setAtRest] = createSignal(true)
  let timer: ReturnType<typeof setTimeout> | undefined
  // A frame that shows the same moment again is no move.
  const [iteration, isPlaying] = [createMemo(() => frame()?.iteration), createMemo(() => frame()?.isPlaying)]
  createEffect(on([iteration, isPlaying, plan], ([, plays]) => {
    clearTimeout(timer)
    setAtRest(false)
    if (!plays) timer = setTimeout(() => setAtRest(true), REST)
  }))
  onCleanup(() => clearTimeout(timer))
  return isAtRest
}

/** The lessons of the run on the page: by their kinds, so that what stands there stays while its numbers change. */
function createLessons(place: () => HTMLElement | undefined) {
  const session = useSession()
  const isAtRest = createRest()
  const isHeld = createHold(() => place()?.closest('.stage') ?? undefined)
  const seen = session.watch('lessons', () => ({ isAtRest: isAtRest() }))
  const look = createMemo(() => {
    const view = seen()
    return view && 'result' in view ? view.result : undefined
  }, undefined, { equals: (a, b) => a?.iteration === b?.iteration && a?.lessons.length === b?.lessons.length })
  const [now, setNow] = createSignal(nothing)
  const [dismissed, setDismissed] = createSignal<readonly LessonKind[]>([])

  const update = (held: boolean): void => {
    const lessons = look()?.lessons.filter(({ kind }) => !dismissed().includes(kind))
    if (lessons) setNow((before) => steady(before, lessons, { isHeld: held, isAtRest: isAtRest() }))
  }
  createEffect(on(session.plan, () => {
    setNow(nothing)
    setDismissed([])
  }))
  createEffect(() => update(isHeld()))

  const kinds = createMemo(() => now().standing.map(({ lesson }) => lesson.kind), [], { equals: (a, b) => a.join() === b.join() })
  return {
    kinds,
    lesson: (kind: LessonKind) => now().standing.find(({ lesson }) => lesson.kind === kind)?.lesson,
    waiting: () => now().waiting.map(({ kind }) => kind),
    /** Brings what waits onto the page at once. */
    showAll: () => update(false),
    dismiss(kind: LessonKind) {
      setDismissed((before) => [...before, kind])
      setNow(({ standing, waiting }) => ({ standing: standing.filter(({ lesson }) => lesson.kind !== kind), waiting }))
    },
    problem() {
      const view = seen()
      return view && 'problem' in view ? view.problem : undefined
    },
  }
}

const titleOf = (kind: LessonKind): string => t(textsOf(kind).title)
const titles = (kinds: readonly LessonKind[]): string => kinds.map(titleOf).join(t(lessonsMessages.separator))

export function Lessons() {
  const session = useSession()
  const [place, setPlace] = createSignal<HTMLElement>()
  const [heading, setHeading] = createSignal<HTMLElement>()
  const lessons = createLessons(place)
  /** The first lesson is open, and one more that was asked for. */
  const [asked, setAsked] = createSignal<LessonKind>()
  const [trial, setTrial] = createSignal<Trial & { readonly plan: unknown }>()
  const present = () => (trial()?.plan === session.plan() ? trial() : undefined)
  const isOpen = (kind: LessonKind, i: number): boolean => (i === 0 && !present()) || asked() === kind

  /** Where the button that was pressed is gone, the keyboard goes on from the heading. */
  const keepFocus = (): void => {
    if (document.activeElement === document.body || document.activeElement === null) heading()?.focus()
  }

  async function apply(kind: LessonKind, remedy: Remedy): Promise<void> {
    session.pause()
    if (remedy.kind === 'best') return session.seek(remedy.iteration)
    session.keep()
    const before = session.kept().at(-1)
    if (!before) return
    if (!(await session.choose(remedy.change))) {
      session.forget(before)
      return
    }
    setTrial({ kind, remedy, before, plan: session.plan() })
    keepFocus()
    session.play()
  }

  /** The run before leaves the learning curve with its comparison. */
  function close(): void {
    const made = trial()
    if (made) session.forget(made.before)
    setTrial(undefined)
    keepFocus()
  }

  async function back({ before }: Trial): Promise<void> {
    close()
    if (before.setup) await session.open(before.setup, before.history.loss.length)
    keepFocus()
  }

  async function open({ setup }: Demonstration): Promise<void> {
    close()
    if (await session.open(setup)) session.play()
  }

  const isUntouched = () => (session.frame()?.iteration ?? 0) === 0
  const isQuiet = () => !present() && lessons.kinds().length + lessons.waiting().length === 0 && !lessons.problem()
  const state = (): string => {
    if (isUntouched()) return t(lessonsMessages.before)
    return lessons.kinds().length === 0 && !present() ? t(lessonsMessages.nothing) : ''
  }

  return (
    <section class="panel lessons" classList={{ quiet: isQuiet(), untouched: isUntouched() }} aria-label={t(lessonsMessages.name)} ref={setPlace}>
      <header>
        <h2 tabindex="-1" ref={setHeading}>{t(lessonsMessages.name)}</h2>
        <Show when={lessons.waiting().length > 0} fallback={<Show when={state()}>{(text) => <p class="soft">{text()}</p>}</Show>}>
          <button type="button" class="waiting" onClick={() => lessons.showAll()}>{t(lessonsMessages.found, { titles: titles(lessons.waiting()) })}</button>
        </Show>
        <DemonstrationsMenu onOpen={(demonstration) => void open(demonstration)} />
      </header>
      <p class="visually-hidden" role="status">
        {lessons.kinds().length + lessons.waiting().length === 0 ? '' : t(lessonsMessages.found, { titles: titles([...lessons.kinds(), ...lessons.waiting()]) })}
      </p>
      <Show when={lessons.problem()}>{(problem) => <p class="body soft">{inLanguage(problem().text)}</p>}</Show>
      <Show when={present() || lessons.kinds().length > 0}>
        <div class="body">
          <Show when={present()}>{(made) => <Comparison trial={made()} onBack={() => void back(made())} onClose={close} />}</Show>
          <For each={lessons.kinds()}>
            {(kind, i) => (
              <Show
                when={isOpen(kind, i()) && lessons.lesson(kind)}
                fallback={
                  <button type="button" class="quiet listed" aria-expanded="false" aria-label={t(lessonsMessages.show, { title: titleOf(kind) })} onClick={() => setAsked(kind)}>
                    <span class="sign" aria-hidden="true">!</span> {titleOf(kind)}
                  </button>
                }
              >
                {(lesson) => (
                  <LessonCard
                    lesson={lesson()} onRemedy={(remedy) => void apply(kind, remedy)}
                    onDismiss={() => {
                      lessons.dismiss(kind)
                      keepFocus()
                    }}
                  />
                )}
              </Show>
            )}
          </For>
        </div>
      </Show>
    </section>
  )
}
