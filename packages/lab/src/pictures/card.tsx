/** The frame of a picture: its name, what can be done with it, and the picture. */
import { type JSX, createSignal } from 'solid-js'
import { SavePicture } from '../share/save-picture.tsx'
import './card.css'

export interface CardProps {
  readonly name: string
  /** Buttons beside the name. */
  readonly tools?: JSX.Element
  readonly legend?: JSX.Element
  readonly children: JSX.Element
  /** Takes the card, whose place on the screen may count. */
  readonly ref?: (card: HTMLElement) => void
}

export function Card(props: CardProps) {
  const [card, setCard] = createSignal<HTMLElement>()
  return (
    <section class="panel card" aria-label={props.name} ref={(element) => { setCard(element); props.ref?.(element) }}>
      <header>
        <h2>{props.name}</h2>
        <div class="row">{props.tools}<SavePicture name={props.name} card={card} /></div>
      </header>
      <div class="body">
        {props.children}
        {props.legend}
      </div>
    </section>
  )
}
