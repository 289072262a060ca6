import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { AppEvent } from '../../contract/application.ts'
import type { AssistantClient } from '../../contract/index.ts'
import type { AssistantConnection, ConnectionState } from '../connection/connect-assistant.ts'

type Assistant = { readonly connection: AssistantConnection; readonly events: EventHub }

/** Provided once, by `main.tsx`. */
export const AssistantContext = createContext<Assistant | null>(null)

function useAssistant(): Assistant {
  const assistant = use(AssistantContext)
  if (!assistant) throw new Error('Expected an AssistantContext above this component.')
  return assistant
}

export function useClient(): AssistantClient {
  return useAssistant().connection.client
}

export function useConnection(): AssistantConnection {
  return useAssistant().connection
}

export function useConnectionState(): ConnectionState {
  const { connection } = useAssistant()
  return useSyncExternalStore(
    (listener) => connection.onState(listener),
    () => connection.state,
  )
}

/** Calls `onEvent` with everything that changes while nobody asked. */
export function useAppEvents(onEvent: (event: HubEvent) => void): void {
  const { events } = useAssistant()
  const hear = useEffectEvent(onEvent)
  useEffect(() => events.listen((event) => hear(event)), [events])
}

/** An event of the assistant, or `all-changed`: the subscription was broken for a while and anything may have happened. */
export type HubEvent = AppEvent | { readonly type: 'all-changed' }

interface EventHub {
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
