/** A model specification as people write it: one line a layer. */
import type { ModelSpecification } from 'kudari'

/** JSON with a space behind every comma and colon. */
const spaced = (value: unknown): string => JSON.stringify(value, undefined, 1).replaceAll(/\n\s*/g, ' ').replaceAll(/([{[]) /g, '$1').replaceAll(/ ([}\]])/g, '$1')

export const specificationText = ({ layers, loss }: ModelSpecification): string =>
  `{\n  "layers": [\n${layers.map((layer) => `    ${spaced(layer)}`).join(',\n')}\n  ],\n  "loss": ${spaced(loss)}\n}`
