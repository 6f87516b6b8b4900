/** First weights by name: names, some of which take a number, as `FitOptions.initial` writes them. */
import { type Initializer, initializerForms, isInitializer } from 'kudari'

export type InitializerName = 'zeros' | 'ones' | 'random' | 'glorot' | 'he' | 'glorot-uniform' | 'he-uniform' | 'constant' | 'normal' | 'uniform'

/** An initializer taken apart. */
export interface Named {
  readonly name: InitializerName
  readonly measure?: number
}

export function takeApart(initializer: Initializer): Named {
  const [name, measure] = initializer.split(':')
  return { name: name as InitializerName, ...(measure !== undefined && { measure: Number(measure) }) }
}

/** Every name, with the number that it begins with, if it takes one. */
export const initializers: readonly Named[] = initializerForms.filter(isInitializer).map(takeApart)

export const written = ({ name, measure }: Named): Initializer => (measure === undefined ? name : `${name}:${measure}`) as Initializer

