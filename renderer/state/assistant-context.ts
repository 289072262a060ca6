import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { AssistantClient } from '../../contract/index.ts'
import type { AssistantConnection, ConnectionState } from '../connection/connect-assistant.ts'
import type { EventHub, HubEvent } from './event-hub.ts'
import type { QueryCache } from './query-cache.ts'

type Assistant = {
  readonly connection: AssistantConnection
  readonly events: EventHub
  readonly cache: QueryCache
}

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

export function useQueryCache(): QueryCache {
  return useAssistant().cache
}

/** Calls `onEvent` with everything that changes while nobody asked. */
export function useAppEvents(onEvent: (event: HubEvent) => void): void {
  const { events } = useAssistant()
  const hear = useEffectEvent(onEvent)
  useEffect(() => events.listen((event) => hear(event)), [events])
}
