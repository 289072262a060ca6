import type { AppEvent } from '../../contract/application.ts'
import type { AssistantClient } from '../../contract/index.ts'

const RETRY_MS = 300

/**
 * Subscribes to what changes while nobody asked, and again after every break, until the signal is aborted. `onRestart` is
 * called before each later subscription: what happened in between is unknown, so everything must be read again.
 */
export async function followEvents(
  client: AssistantClient,
  onEvent: (event: AppEvent) => void,
  onRestart: () => void,
  signal: AbortSignal,
): Promise<void> {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    try {
      const events = await client.application.events(undefined, { signal })
      if (!isFirst) onRestart()
      for await (const event of events) onEvent(event)
    } catch {
      // The connection says by itself why it broke; here there is nothing to do but to begin again.
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}
