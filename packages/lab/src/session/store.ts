/** A few named values in the browser's own database, files among them. */

const DATABASE = 'kudari-lab'
const VALUES = 'values'

const settled = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })

/** Several values that are read and written together: nobody sees a part of them. */
export interface Values {
  get(name: string): Promise<unknown>
  put(name: string, value: unknown): void
  delete(name: string): void
}

export interface Store {
  /** Reads and writes values. Whatever `work` waits for must be a value. */
  change<Result>(work: (values: Values) => Promise<Result>): Promise<Result>
  close(): void
}

/** @throws DOMException where storage is forbidden or full. */
export async function openStore(): Promise<Store> {
  const request = indexedDB.open(DATABASE, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(VALUES))
  const database = await settled(request)
  return {
    async change(work) {
      const transaction = database.transaction(VALUES, 'readwrite')
      const values = transaction.objectStore(VALUES)
      const done = new Promise<void>((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve())
        transaction.addEventListener('abort', () => reject(transaction.error))
      })
      // Whichever fails first, the other one has nobody waiting for it.
      done.catch(() => {})
      const result = await work({
        get: (name) => settled(values.get(name)),
        put: (name, value) => void values.put(value, name),
        delete: (name) => void values.delete(name),
      })
      await done
      return result
    },
    close: () => database.close(),
  }
}
