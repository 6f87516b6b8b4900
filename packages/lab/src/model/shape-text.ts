/** The shape of what comes out of a layer, as people write it: `28 × 28 × 16`; 1 of a single number. */
export const shapeText = (shape: readonly number[]): string => (shape.length === 0 ? '1' : shape.join(' × '))
