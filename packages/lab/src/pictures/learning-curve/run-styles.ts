/** How kept runs are told apart: by colour and by dashes; the present run has colours of its own. */
export interface RunStyle {
  readonly color: string
  readonly dashes: string
}

const styles: readonly RunStyle[] = [
  { color: 'var(--class-2)', dashes: '7,4' },
  { color: 'var(--class-3)', dashes: '2,3' },
  { color: 'var(--class-6)', dashes: '10,3,2,3' },
  { color: 'var(--class-7)', dashes: '4,4' },
  { color: 'var(--class-4)', dashes: '12,4' },
  { color: 'var(--class-5)', dashes: '6,2,2,2,2,2' },
]

export const runStyle = (i: number): RunStyle => styles[i % styles.length]
