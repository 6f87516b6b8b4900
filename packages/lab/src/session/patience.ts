/** Tells when the page waits long for its Worker, and when it no longer does. */

/** Milliseconds without an answer that are long. */
const LONG = 1500
/** Milliseconds until a wait counts as over, so that what is said of it does not flicker: while nothing is waited for, and while the next may be long again. */
const OVER = { idle: 300, busy: 2000 } as const

export interface Patience {
  /** From now on something is waited for. */
  begin(what: unknown): void
  /** It has come, or will never come. */
  end(what: unknown): void
}

/** @param tell called when waits become long, and when they are over. */
export function createPatience(tell: (isLong: boolean) => void): Patience {
  const since = new Map<unknown, number>()
  let isTold = false
  let over = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function set(isLong: boolean): void {
    if (isTold === isLong) return
    isTold = isLong
    tell(isLong)
  }

  /** What waits longest decides; it came first. */
  function look(): void {
    clearTimeout(timer)
    timer = undefined
    const now = performance.now()
    const [oldest] = since.values()
    if (oldest !== undefined && now - oldest >= LONG) return set(true)
    const untilLong = oldest === undefined ? Infinity : oldest + LONG - now
    const untilOver = isTold ? over + (oldest === undefined ? OVER.idle : OVER.busy) - now : Infinity
    if (untilOver <= 0) {
      set(false)
      return look()
    }
    const next = Math.min(untilLong, untilOver)
    if (next < Infinity) timer = setTimeout(look, Math.ceil(next))
  }

  return {
    begin(what) {
      if (!since.has(what)) since.set(what, performance.now())
      look()
    },
    end(what) {
      const began = since.get(what)
      since.delete(what)
      if (began !== undefined && performance.now() - began >= LONG) over = performance.now()
      look()
    },
  }
}
