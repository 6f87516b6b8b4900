/** The line of a kept run, as in the plot. */
import { runStyle } from './run-styles.ts'

export const RunKey = (props: { readonly index: number }) => (
  <svg class="run-key" viewBox="0 0 32 6" aria-hidden="true">
    <line x1="0" x2="32" y1="3" y2="3" stroke={runStyle(props.index).color} stroke-dasharray={runStyle(props.index).dashes} stroke-width="3" />
  </svg>
)
