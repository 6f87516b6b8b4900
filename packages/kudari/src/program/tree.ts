/** Trees: nested objects and arrays of tensors, taken apart into a list of leaves with paths and put together again. */
import { KudariError } from '../messages/error.ts'
import { Tensor } from '../tensor/tensor.ts'
import { programMessages } from './messages.ts'

/** A tensor, or an array or object of trees. */
export type Tree = Tensor | readonly Tree[] | { readonly [key: string]: Tree }

/** Whether a tree may hold settings beside its tensors: numbers, strings, booleans, null and undefined. */
export type Settings = 'with settings' | 'tensors only'

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

/** What a value is, in the words of an error message. */
export const describe = (node: unknown): string => {
  if (node === null || typeof node !== 'object') return node === null ? 'null' : typeof node
  return node.constructor?.name ?? 'object'
}

/** A setting as text, different for different settings. */
const spellSetting = (node: unknown): string => {
  if (typeof node === 'string') return JSON.stringify(node)
  return Object.is(node, -0) ? '-0' : `${node as number | boolean | null | undefined}`
}

const isPlainObject = (node: unknown): node is object => {
  if (node === null || typeof node !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(node)
  return prototype === Object.prototype || prototype === null
}

/** The name with which the paths of a tree begin; the keys of an object speak for themselves. */
export const rootName = (tree: unknown, name: string, otherwise: string): string =>
  name !== '' || isPlainObject(tree) ? name : otherwise

const join = (path: string, key: string | number): string => (path === '' ? `${key}` : `${path}.${key}`)

/**
 * Takes a tree apart, in the order of its keys.
 *
 * @param path the name of the whole tree, with which the paths of its leaves begin.
 * @param place what the tree is, for messages: "argument 1", "the result".
 * @throws KudariError when something in it is neither a tensor nor (unless `settings` says 'tensors only') a setting.
 */
export function flatten<T>(tree: T, path: string, place: string, settings: Settings): Flattened<T> {
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
    if (isPlainObject(node)) {
      const parts = Object.entries(node).map(([key, child]) => [key, visit(child, join(at, key))] as const)
      return {
        structure: `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${part.structure}`).join()}}`,
        build: (next) => Object.fromEntries(parts.map(([key, part]) => [key, part.build(next)])),
      }
    }
    const isSetting = node === null || ['number', 'string', 'boolean', 'undefined'].includes(typeof node)
    if (isSetting && settings === 'with settings') return { structure: spellSetting(node), build: () => node }
    throw new KudariError('usage', programMessages.notATensor, {
      place: at === path ? place : `${place} (${at})`,
      found: describe(node),
    })
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
