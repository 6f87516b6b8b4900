/** Lets the browser keep the page's files once the page is at rest. */

/** Where service workers are not allowed, the page works all the same, but not without a network. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', async () => {
    try {
      await navigator.serviceWorker.register('./service-worker.js')
      const { active } = await navigator.serviceWorker.ready
      active?.postMessage('keep')
    } catch {
      // A private window, or a page that is no secure context.
    }
  })
}
