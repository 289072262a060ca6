import { Worker } from 'node:worker_threads'

const POLL_MS = 50

/**
 * Ends this process with SIGKILL once it holds more than `limitMb` (resident, native memory included), after telling
 * the parent why on standard error (`processes/child.ts` knows the sentence). A worker does it because native
 * calls block the main thread; it is given as text so that bundling needs no further file.
 */
export function watchMemory(limitMb: number): void {
  const program = `
    const { writeSync } = require('node:fs')
    const { workerData } = require('node:worker_threads')
    setInterval(() => {
      if (process.memoryUsage.rss() <= workerData.limitMb * 1e6) return
      try { writeSync(2, 'memory limit of ' + workerData.limitMb + ' MB reached\\n') } finally { process.kill(process.pid, 'SIGKILL') }
    }, workerData.pollMs)
  `
  new Worker(program, { eval: true, workerData: { limitMb, pollMs: POLL_MS } }).unref()
}
