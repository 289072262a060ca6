import { serveParent } from '../../../processes/parent-port.ts'

export type CountingMethods = {
  count: { input: { to: number }; item: number; result: string }
  produced: { input: null; item: never; result: number }
  bytes: { input: Float32Array; item: never; result: Float32Array }
  fail: { input: null; item: never; result: never }
  die: { input: 'abort' | 'exit' | 'kill' | 'heap' | 'hang'; item: never; result: never }
}

const seen = { produced: 0 }

serveParent<CountingMethods>({
  async *count({ to }, signal) {
    for (seen.produced = 0; seen.produced < to; seen.produced += 1) {
      signal.throwIfAborted()
      yield seen.produced
    }
    return 'counted'
  },
  async *produced() {
    return seen.produced
  },
  async *bytes(input) {
    return input.map((value) => value * 2)
  },
  async *fail() {
    throw new Error('it went wrong')
  },
  async *die(way) {
    if (way === 'abort') process.abort()
    if (way === 'exit') process.exit(7)
    if (way === 'kill') process.kill(process.pid, 'SIGKILL')
    if (way === 'hang') for (;;);
    for (const kept: unknown[] = []; ; ) kept.push(Array.from({ length: 1e6 }, () => ({ way })))
  },
})
