import { connectToParent } from '../../../processes/parent-port.ts'

/** Does what it is told: `echo`, `exit`, `die`, `fill` its heap, `env`, and stops when asked. */
const parent = connectToParent()
const hoard: unknown[] = []

const deeds: Record<string, (message: { value?: unknown; code?: number; signal?: string }) => void> = {
  echo: ({ value }) => void parent.post({ type: 'echo', value }),
  environment: () => void parent.post({ type: 'environment', value: process.env.CONSILIUM_KEYCHAIN }),
  exit: ({ code }) => process.exit(code),
  die: ({ signal }) => process.kill(process.pid, signal),
  fill() {
    for (;;) hoard.push(Array.from({ length: 1000 }, () => ({})))
  },
  stop: () => process.exit(0),
  'keychain-key': ({ value, ...message }) => hoard.push(value, message),
  'show-first': () => void parent.post({ type: 'first', value: hoard[1] }),
}

parent.onMessage((message) => {
  const { type } = message as { type: string }
  if (type === 'ping') void parent.post({ type: 'pong' })
  deeds[type]?.(message as object)
})
void parent.post({ type: 'ready' })
