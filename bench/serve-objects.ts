import { startObjectStore } from '../scripts/object-store.ts'

// A process of its own, so that serving takes no time from what is measured: node bench/serve-objects.ts DELAY_MS, forked.
const store = await startObjectStore({ remembersBodies: false })
process.send?.(store.access)
let before = 0
process.on('message', (delayMs: number) => {
  store.delayMs = delayMs
  process.send?.(store.requests.length - before)
  before = store.requests.length
})
