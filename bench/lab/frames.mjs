/** Frames of a page, by Chromium's own trace: how many were due, presented and dropped, and what kept the page's thread busy. */

/** `BeginFrame`, `DrawFrame` and `DroppedFrame` are what Chromium's own tools draw their row of frames from. */
const CATEGORIES = ['disabled-by-default-devtools.timeline.frame', 'toplevel']
/** Milliseconds: longer tasks are felt; and a task whose own work takes longer than a frame makes one late, however quiet the machine is. */
const LONG = 50
const FRAME = 1000 / 60

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
    heavy: tasks.filter(({ tdur = 0 }) => tdur / 1000 > FRAME).length,
    heaviest: Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000)),
  }
}

const part = (numbers, share) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]

/**
 * Watches a page for so many milliseconds.
 *
 * @returns rates a second: `frames` that the page got, `presented` and `dropped` ones, tasks that are `heavy` by the time of the processor that
 * they take themselves, milliseconds of it (`busy`), and `steps` made; milliseconds between frames, of the `longest` and the `heaviest` task;
 * and `long` tasks in all.
 */
export async function watchFrames(browser, page, milliseconds) {
  await browser.startTracing(page, { categories: CATEGORIES })
  const { gaps, seconds, steps } = await page.evaluate(countFrames, milliseconds)
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
  const { due, presented, dropped, long, longest, busy, heavy, heaviest } = readTrace(traceEvents)
  return {
    frames: gaps.length / seconds, median: part(gaps, 0.5), p95: part(gaps, 0.95),
    due: due / seconds, presented: presented / seconds, dropped: dropped / seconds,
    long, longest, busy: busy / seconds, heavy: heavy / seconds, heaviest, steps: steps / seconds,
  }
}
