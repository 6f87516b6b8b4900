/** Light or dark: as the reader's system has it at first, then as chosen, remembered. */
import { createEffect, createSignal } from 'solid-js'
import { recall, remember } from '../session/memory.ts'

export type Theme = 'light' | 'dark'

const system = matchMedia('(prefers-color-scheme: dark)')
const known = recall('theme')
const [chosen, setChosen] = createSignal<Theme | undefined>(known === 'light' || known === 'dark' ? known : undefined)
const [preferred, setPreferred] = createSignal<Theme>(system.matches ? 'dark' : 'light')
system.addEventListener('change', ({ matches }) => setPreferred(matches ? 'dark' : 'light'))

export const theme = (): Theme => chosen() ?? preferred()

export function setTheme(wanted: Theme): void {
  remember('theme', wanted)
  setChosen(wanted)
}

/** Keeps the page's colours in step with the theme. */
export const createTheming = (): void => createEffect(() => document.documentElement.setAttribute('data-theme', theme()))
