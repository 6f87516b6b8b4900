/** Node's own modules, where the library runs in Node: without imports that a browser could not follow. */

interface NodeModules {
  'node:os': { availableParallelism(): number }
  'node:worker_threads': {
    Worker: new (
      source: string,
      options: { eval: true; execArgv: string[] },
    ) => { postMessage(message: unknown): void; unref(): void; on(event: 'error', listener: () => void): void }
  }
}

/** A module of Node; undefined elsewhere, and in versions of Node that cannot be asked. */
export function nodeModule<Name extends keyof NodeModules>(name: Name): NodeModules[Name] | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }
  return process?.getBuiltinModule?.(name) as NodeModules[Name] | undefined
}
