/** A button with a menu: opened by click, Enter, Space or an arrow; gone through by arrows and first letters; left by Escape. */
import { type JSX, For, Show, createSignal, createUniqueId, onCleanup } from 'solid-js'
import { Icon, type IconName } from '../shell/icon.tsx'
import './menu.css'

export interface MenuItem {
  readonly name: string
  readonly choose: () => void
}

export interface MenuProps {
  readonly name: string
  readonly icon: IconName
  /** What can be chosen; asked for when the menu opens. */
  readonly items: () => readonly MenuItem[]
}

export function Menu(props: MenuProps): JSX.Element {
  const id = createUniqueId()
  const [items, setItems] = createSignal<readonly MenuItem[]>()
  const [button, setButton] = createSignal<HTMLButtonElement>()
  const [list, setList] = createSignal<HTMLUListElement>()

  const entries = (): HTMLElement[] => [...(list()?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
  const focus = (i: number): void => entries().at(i % entries().length)?.focus()

  function open(last = false): void {
    setItems(props.items())
    focus(last ? -1 : 0)
  }
  function close(isBack = true): void {
    setItems(undefined)
    if (isBack) button()?.focus()
  }
  function choose(item: MenuItem): void {
    close()
    item.choose()
  }

  function onKey(event: KeyboardEvent): void {
    const at = entries().indexOf(document.activeElement as HTMLElement)
    const actions: Readonly<Record<string, () => void>> = {
      ArrowDown: () => (items() ? focus(at + 1) : open()),
      ArrowUp: () => (items() ? focus(at - 1) : open(true)),
      Home: () => focus(0),
      End: () => focus(-1),
      Escape: () => close(),
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const named = isPlain && event.key.length === 1 ? entries().find((each, i) => i !== at && each.textContent?.toLowerCase().startsWith(event.key.toLowerCase())) : undefined
    const action = actions[event.key]
    if ((!action && !named) || (!items() && !event.key.startsWith('Arrow'))) return
    event.preventDefault()
    event.stopPropagation()
    if (action) action()
    else named?.focus()
  }
  const onElsewhere = ({ target }: PointerEvent): void => {
    if (items() && target instanceof Node && !button()?.contains(target) && !list()?.contains(target)) close(false)
  }
  document.addEventListener('pointerdown', onElsewhere)
  onCleanup(() => document.removeEventListener('pointerdown', onElsewhere))

  return (
    <div class="menu" onKeyDown={onKey} onFocusOut={({ relatedTarget, currentTarget }) => items() && relatedTarget instanceof Node && !currentTarget.contains(relatedTarget) && close(false)}>
      <button
        type="button" class="quiet" ref={setButton} title={props.name} aria-label={props.name} aria-haspopup="menu" aria-expanded={items() !== undefined} aria-controls={id}
        onClick={() => (items() ? close() : open())}
      >
        <Icon name={props.icon} />
      </button>
      <Show when={items()}>
        {(shown) => (
          <ul role="menu" id={id} ref={setList} aria-label={props.name}>
            <For each={shown()}>{(item) => <li role="none"><button type="button" role="menuitem" tabindex="-1" class="quiet" onClick={() => choose(item)}>{item.name}</button></li>}</For>
          </ul>
        )}
      </Show>
    </div>
  )
}
