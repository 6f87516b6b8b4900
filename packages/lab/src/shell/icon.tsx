/** Icons, drawn on a grid of 24 by 24. */
const shapes = {
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M8 5v14M9 5v14M15 5v14M16 5v14',
  forward: 'M5 5v14l10-7zM19 5v14',
  ten: 'M3 5v14l8-7zM12 5v14l8-7z',
  back: 'M19 5v14L9 12zM5 5v14',
  first: 'M20 5v14l-8-7zM11 5v14l-8-7z',
  keep: 'M6 3h12v18l-6-4-6 4z',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M19 5l-1.4 1.4M6.4 17.6L5 19',
  moon: 'M20 14.5A8.5 8.5 0 119.5 4a7 7 0 0010.5 10.5z',
  present: 'M3 4h18v12H3zM12 16v4M8 20h8',
  share: 'M12 15V3M8 7l4-4 4 4M5 12v8h14v-8',
  save: 'M12 3v12M8 11l4 4 4-4M5 17v4h14v-4',
  larger: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7',
  open: 'M4 6h6l2 2h8v11H4z',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  table: 'M3 5h18v14H3zM3 10h18M3 14.5h18M9 5v14',
  book: 'M4 5c3-1.2 6-1 8 .8 2-1.8 5-2 8-.8v13c-3-1.2-6-1-8 .8-2-1.8-5-2-8-.8zM12 6v13',
  shapes: 'M7.5 4a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM14 4.5h6v6h-6zM12 14l5 7H7z',
  pencil: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5',
  paste: 'M8 5H5v16h14V5h-3M8 3h8v4H8z',
  undo: 'M9 14L4 9l5-5M4 9h10a6 6 0 010 12h-3',
  bin: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6',
  dice: 'M4 4h16v16H4zM8.5 8.5h.01M15.5 8.5h.01M12 12h.01M8.5 15.5h.01M15.5 15.5h.01',
} as const

export type IconName = keyof typeof shapes

export const Icon = (props: { readonly name: IconName }) => (
  <svg class="icon" classList={{ solid: props.name === 'play' }} viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[props.name]} />
  </svg>
)
