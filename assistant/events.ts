import type { AppEvent } from '../contract/application.ts'
import { createListeners, type Listeners } from '../processes/listeners.ts'

/** What changes while nobody asked; told to every open window. */
export type Events = Listeners<AppEvent>

export const createEvents = (): Events => createListeners<AppEvent>()

/**
 * The events from now on, until `signal` aborts. A reader that falls behind loses none, but two equal ones in a row become
 * one: they only say that something is to be looked at again.
 */
export async function* followEvents(events: Events, signal: AbortSignal | undefined): AsyncGenerator<AppEvent> {
  const waiting: AppEvent[] = []
  let wake = () => {}
  const forget = events.add((event) => {
    if (JSON.stringify(waiting.at(-1)) !== JSON.stringify(event)) waiting.push(event)
    wake()
  })
  const stop = () => wake()
  signal?.addEventListener('abort', stop)
  try {
    while (!signal?.aborted) {
      const event = waiting.shift()
      if (event) yield event
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    forget()
    signal?.removeEventListener('abort', stop)
  }
}
