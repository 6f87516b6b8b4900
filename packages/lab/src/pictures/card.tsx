/** The frame of a picture: its name, what can be done with it, and the picture. */
import type { JSX } from 'solid-js'
import './card.css'

export interface CardProps {
  readonly name: string
  /** Buttons beside the name. */
  readonly tools?: JSX.Element
  readonly legend?: JSX.Element
  readonly children: JSX.Element
}

export const Card = (props: CardProps) => (
  <section class="panel card" aria-label={props.name}>
    <header>
      <h2>{props.name}</h2>
      <div class="row">{props.tools}</div>
    </header>
    <div class="body">
      {props.children}
      {props.legend}
    </div>
  </section>
)
