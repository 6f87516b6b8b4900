/** Lets the browser keep the page's files once the page is at rest. */

/** Milliseconds after which the first run is on the screen: files for another visit are not to be fetched before those of this one. */
const REST = 2000

/** Where service workers are not allowed, the page works all the same, but not without a network. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', async () => {
    await new Promise((resolve) => setTimeout(resolve, REST))
    try {
      await navigator.serviceWorker.register('./service-worker.js')
      const { active } = await navigator.serviceWorker.ready
      active?.postMessage('keep')
    } catch {
      // A private window, or a page that is no secure context.
    }
  })
}
