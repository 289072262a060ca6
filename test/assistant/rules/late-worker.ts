import { setTimeout } from 'node:timers/promises'

/** A worker that waits before it starts, as on a busy computer: longer than the limit of the test that uses it. */
await setTimeout(3000)
await import('../../../assistant/rules/kernel/kernel-worker.ts')
