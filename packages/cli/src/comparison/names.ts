/** Names for runs: of each path only as much as tells it from the others. */
import { sep } from 'node:path'

/**
 * The shortest ends of paths, cut at folders, that are all different.
 *
 * @param paths absolute, all different.
 * @example
 * shortestNames(['/home/a/runs/sgd', '/home/b/runs/sgd', '/home/b/runs/l2']) // ['a/runs/sgd', 'b/runs/sgd', 'l2']
 */
export function shortestNames(paths: readonly string[]): string[] {
  const parts = paths.map((path) => path.split(sep))
  const end = (own: readonly string[], count: number): string => own.slice(-count).join('/')
  return parts.map((own, i) => {
    let count = 1
    const isShared = (): boolean => parts.some((other, j) => j !== i && end(other, count) === end(own, count))
    while (count < own.length && isShared()) count++
    return end(own, count)
  })
}
