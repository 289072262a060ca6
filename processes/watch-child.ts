import type { Child } from './child.ts'

const PING_MS = 1000

export type ChildEvents = {
  readonly onReady: () => void
  readonly onMessage: (message: unknown) => void
  readonly onExit: (reason: string) => void
  readonly onRefusal: (refusal: Refusal) => void
  readonly onRenew: () => void
  readonly onOpened: () => void
}

/** Why a child cannot start, however often it is tried. `code` is of the contract where the user can do something. */
export type Refusal = { readonly code: string | null; readonly message: string }

/**
 * Starts a child, pings it every second and kills it when it has not answered for `hangMs`. The child posts
 * `{ type: 'ready' }` when it can work, or `{ type: 'refused', code, message }` when it cannot start, and answers
 * `{ type: 'ping' }` with `{ type: 'pong' }`. With `{ type: 'renew' }` it says that it ends within `hangMs`, else it is killed, and that
 * another is to take its place, locked: what it held in memory goes with it. With `{ type: 'opened' }` it says that it is locked no
 * more. The rest is `onMessage`.
 */
export function watchChild(start: () => Child, hangMs: number, events: ChildEvents): Child {
  const child = start()
  let heardAt = Date.now()
  let isReady = false
  let isLeaving = false
  let unresponsive = false
  const pings = setInterval(() => {
    if (isReady && Date.now() - heardAt > hangMs) {
      unresponsive = true
      child.kill()
    } else void child.post({ type: 'ping' })
  }, PING_MS)
  pings.unref()
  child.onMessage((message) => {
    // What it still says after it took leave does not keep it: it must end within the same time.
    if (!isLeaving) heardAt = Date.now()
    const { type } = message as { type?: unknown }
    if (type === 'ready') {
      isReady = true
      events.onReady()
    } else if (type === 'refused') events.onRefusal(message as Refusal)
    else if (type === 'renew') {
      isLeaving = true
      events.onRenew()
    } else if (type === 'opened') events.onOpened()
    else if (type !== 'pong') events.onMessage(message)
  })
  child.onExit((reason) => {
    clearInterval(pings)
    events.onExit(unresponsive ? 'unresponsive' : reason)
  })
  return child
}
