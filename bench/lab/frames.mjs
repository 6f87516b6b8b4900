/** Frames of a page, by Chromium's own trace: how many were due, presented and dropped, and what kept the page's thread busy. */

/** `BeginFrame`, `DrawFrame` and `DroppedFrame` are what Chromium's own tools draw their row of frames from. */
const CATEGORIES = ['disabled-by-default-devtools.timeline.frame', 'toplevel']
/** Milliseconds: longer tasks are felt. */
const LONG = 50

/** Counts the frames that a page asks for by itself, for so many milliseconds: a trace has no frames where nothing changes. */
const countFrames = (milliseconds) =>
  new Promise((resolve) => {
    const iteration = () => Number(document.querySelector('.transport .reading b').textContent)
    const start = { at: performance.now(), iteration: iteration() }
    const gaps = []
    let last = start.at
    const next = () => {
      const now = performance.now()
      gaps.push(now - last)
      last = now
      if (now - start.at < milliseconds) return requestAnimationFrame(next)
      resolve({ gaps, seconds: (now - start.at) / 1000, steps: iteration() - start.iteration })
    }
    requestAnimationFrame(next)
  })

/** What a trace says of the process that shows the page. */
function readTrace(events) {
  const pid = events.find(({ name }) => name === 'BeginFrame').pid
  const own = events.filter((event) => event.pid === pid)
  const thread = own.find(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').tid
  const count = (name) => own.filter((event) => event.name === name).length
  const tasks = own.filter(({ name, tid, ph }) => name === 'ThreadControllerImpl::RunTask' && tid === thread && ph === 'X')
  return {
    due: count('BeginFrame'),
    presented: count('DrawFrame'),
    dropped: count('DroppedFrame'),
    long: tasks.filter(({ dur }) => dur / 1000 > LONG).length,
    longest: Math.max(...tasks.map(({ dur }) => dur / 1000)),
    busy: tasks.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0),
  }
}

const part = (numbers, share) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]

/**
 * Watches a page for so many milliseconds.
 *
 * @returns rates a second: `frames` that the page got, `presented` and `dropped` ones; milliseconds between frames, the `longest` task, and
 * `busy` milliseconds of the processor a second; `long` tasks in all, and the `steps` made a second.
 */
export async function watchFrames(browser, page, milliseconds) {
  await browser.startTracing(page, { categories: CATEGORIES })
  const { gaps, seconds, steps } = await page.evaluate(countFrames, milliseconds)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  const { due, presented, dropped, long, longest, busy } = readTrace(traceEvents)
  return {
    frames: gaps.length / seconds, median: part(gaps, 0.5), p95: part(gaps, 0.95),
    due: due / seconds, presented: presented / seconds, dropped: dropped / seconds,
    long, longest, busy: busy / seconds, steps: steps / seconds,
  }
}
