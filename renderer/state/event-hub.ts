import type { AppEvent } from '../../contract/application.ts'

/** An event of the assistant, or `all-changed`: the subscription was broken for a while and anything may have happened. */
export type HubEvent = AppEvent | { readonly type: 'all-changed' }

export interface EventHub {
  tell(event: HubEvent): void
  /** Calls the listener with every event, until the returned function is called. */
  listen(listener: (event: HubEvent) => void): () => void
}

/**
 * Hands the one subscription of the window on to everything that shows something. Who listens later first hears the last word
 * about each reading queue and each process.
 */
export function createEventHub(): EventHub {
  const listeners = new Set<(event: HubEvent) => void>()
  const known = new Map<string, HubEvent>()
  return {
    tell(event) {
      if (event.type === 'reading') known.set(`reading ${event.progress.matter}`, event)
      if (event.type === 'process') known.set(`process ${event.process}`, event)
      for (const listener of listeners) listener(event)
    },
    listen(listener) {
      listeners.add(listener)
      for (const event of known.values()) listener(event)
      return () => listeners.delete(listener)
    },
  }
}
