import type { AppEvent } from '../../contract/application.ts'
import { createListeners, type Listeners } from '../../processes/listeners.ts'

/** What changes while nobody asked; told to every open window. */
export type Events = Listeners<AppEvent>

export const createEvents = (): Events => createListeners<AppEvent>()

/**
 * The `known` state, then the events from the first read on, until `signal` aborts. A reader that falls behind gets only
 * the newest of each kind: they say that something is to be looked at again. Those of processes all come, for their reasons.
 */
export async function* followEvents(
  events: Events,
  signal: AbortSignal | undefined,
  known: () => readonly AppEvent[] = () => [],
): AsyncGenerator<AppEvent, void, void> {
  const waiting = new Map<string, AppEvent>()
  let processEvents = 0
  let wake = () => {}
  const take = (event: AppEvent) => {
    const key = event.type === 'process' ? `process ${(processEvents += 1)}` : keyOf(event)
    // Put last again, so that the order stays that in which things last happened.
    waiting.delete(key)
    waiting.set(key, event)
    wake()
  }
  const forget = events.add(take)
  for (const event of known()) take(event)
  const stop = () => wake()
  signal?.addEventListener('abort', stop)
  try {
    while (!signal?.aborted) {
      const [next] = waiting
      if (next) {
        waiting.delete(next[0])
        yield next[1]
      } else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    forget()
    signal?.removeEventListener('abort', stop)
  }
}

function keyOf(event: Exclude<AppEvent, { type: 'process' }>): string {
  if (event.type === 'reading') return `reading ${event.progress.matter}`
  return 'matter' in event ? `${event.type} ${event.matter}` : event.type
}
