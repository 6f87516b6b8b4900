/** Which inputs lie on the axes: one, or two different ones. */

/** The axes with another input on one of them; where that lies on the other axis already, the two change places. No name leaves the axis free. */
export function withAxis(axes: readonly string[], which: 0 | 1, name: string | undefined): readonly string[] {
  const [x, y] = axes
  if (which === 1) {
    if (name === undefined) return [x]
    return name === x && y !== undefined ? [y, x] : [x, name]
  }
  if (name === undefined) return axes
  if (y === undefined) return [name]
  return name === y ? [y, x] : [name, y]
}
