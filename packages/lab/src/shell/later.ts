/** Components that are fetched when they are first shown, so that a first visit does not load what it does not see. */
import { type Component, lazy } from 'solid-js'

/**
 * @example
 * const Draw = later(async () => (await import('./drawing/draw.tsx')).Draw)
 */
export const later = <Props extends object>(load: () => Promise<Component<Props>>): Component<Props> => lazy(async () => ({ default: await load() }))
