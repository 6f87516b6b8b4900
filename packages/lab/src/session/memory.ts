/** Small things that the browser remembers for this page; where it remembers nothing, the page works all the same. */

/** The page may be opened where storage is forbidden. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`kudari.${name}`) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`kudari.${name}`, value)
  } catch {
    // Nothing is lost but the memory.
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(`kudari.${name}`)
  } catch {
    // Nothing was remembered.
  }
}
