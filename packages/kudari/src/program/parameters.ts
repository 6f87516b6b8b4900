/** The names of a function's parameters, read from its source, so that a Program can speak of `w`. */

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

/** Where a comment, string, template or bracketed part that begins at `start` ends (one past it); else `start + 1`. */
function skip(source: string, start: number): number {
  const rest = (end: string, from: number): number => {
    const at = source.indexOf(end, from)
    return at === -1 ? source.length : at + end.length
  }
  const first = source[start]
  if (source.startsWith('/*', start)) return rest('*/', start + 2)
  if (source.startsWith('//', start)) return rest('\n', start)
  if (first === '"' || first === "'" || first === '`') {
    let at = start + 1
    while (at < source.length && source[at] !== first) at += source[at] === '\\' ? 2 : 1
    return at + 1
  }
  if (first in closing) {
    let at = start + 1
    while (at < source.length && source[at] !== closing[first]) at = skip(source, at)
    return at + 1
  }
  return start + 1
}

const isComment = (source: string, at: number): boolean => source.startsWith('/*', at) || source.startsWith('//', at)

/** The parts of a parameter list between its commas, without comments. */
function splitAtCommas(list: string): string[] {
  const parts = ['']
  for (let at = 0; at < list.length; ) {
    const end = skip(list, at)
    if (list[at] === ',') parts.push('')
    else if (!isComment(list, at)) parts[parts.length - 1] += list.slice(at, end)
    at = end
  }
  return parts
}

/** What stands between the brackets of the parameter list, or the one parameter of an arrow function without brackets. */
function parameterList(source: string): string {
  const single = /^(?:async\s+)?([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=>/u.exec(source)
  if (single) return single[1]
  let at = 0
  while (at < source.length && source[at] !== '(') at = skip(source, at)
  return source.slice(at + 1, skip(source, at) - 1)
}

/**
 * The names of a function's parameters in order. A parameter that is taken apart (`({ x, w }) => ...`, `...ws`) has no
 * name of its own and gives `''`: the keys name its parts.
 *
 * @example
 * parameterNames((w, alpha = 0.01) => w.mul(alpha)) // ['w', 'alpha']
 */
export function parameterNames(fn: (...args: never[]) => unknown): string[] {
  const parts = splitAtCommas(parameterList(fn.toString()))
  return parts.map((part) => /^\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*(?:=|$)/u.exec(part)?.[1] ?? '')
}
