/** Trees: nested objects and arrays of tensors, taken apart into a list of leaves with paths and put together again. */
import { KudariError } from '../messages/error.ts'
import { Tensor } from '../tensor/tensor.ts'
import { programMessages } from './messages.ts'

/** A tensor, or an array or object of trees. */
export type Tree = Tensor | readonly Tree[] | { readonly [key: string]: Tree }

/** A settings value that is not a tensor: the traced function sees it as it is, and another value is traced anew. */
export type Static = number | string | boolean | null | undefined

/** A tensor of a tree and the path to it, such as `layers.0.W`. */
export interface Leaf {
  readonly path: string
  readonly tensor: Tensor
}

/** A tree taken apart. `rebuild` puts other tensors, in the order of the leaves, into the same structure. */
export interface Flattened<T> {
  readonly leaves: readonly Leaf[]
  /** The structure as text, the same for trees of the same structure and settings. */
  readonly structure: string
  rebuild(tensors: readonly Tensor[]): T
}

const join = (path: string, key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`)

/**
 * Takes a tree apart, in the order of its keys.
 *
 * @param place what the tree is, for messages: "argument 1", "the result".
 */
export function flatten<T>(tree: T, path: string, place: string): Flattened<T> {
  const leaves: Leaf[] = []
  // Each part of the tree becomes a function that takes its tensors from a queue.
  const visit = (node: unknown, at: string): { structure: string; build: (next: () => Tensor) => unknown } => {
    if (node instanceof Tensor) {
      leaves.push({ path: at, tensor: node })
      return { structure: '*', build: (next) => next() }
    }
    if (Array.isArray(node)) {
      const parts = node.map((child, i) => visit(child, join(at, i)))
      return {
        structure: `[${parts.map((part) => part.structure).join()}]`,
        build: (next) => parts.map((part) => part.build(next)),
      }
    }
    if (node !== null && typeof node === 'object' && Object.getPrototypeOf(node) === Object.prototype) {
      const parts = Object.entries(node).map(([key, child]) => [key, visit(child, join(at, key))] as const)
      return {
        structure: `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${part.structure}`).join()}}`,
        build: (next) => Object.fromEntries(parts.map(([key, part]) => [key, part.build(next)])),
      }
    }
    if (node === null || ['number', 'string', 'boolean', 'undefined'].includes(typeof node))
      return { structure: JSON.stringify(node) ?? 'undefined', build: () => node }
    const found = typeof node === 'object' ? (node.constructor?.name ?? 'object') : typeof node
    throw new KudariError('usage', programMessages.notATensor, { place: at === '' ? place : `${place} (${at})`, found })
  }
  const { structure, build } = visit(tree, path)
  return {
    leaves,
    structure,
    rebuild(tensors) {
      let i = 0
      return build(() => tensors[i++]) as T
    },
  }
}
