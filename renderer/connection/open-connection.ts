import { type AssistantConnection, connectAssistant } from './connect-assistant.ts'
import { createEnginePorts } from './engine-ports.ts'
import { openBrowserSocket } from './open-browser-socket.ts'
import { openSession } from './open-session.ts'

/** What Electron's preload gives to the page; a browser has none. */
export type Host = { readonly kind: 'electron'; readonly hasKeychain: boolean; pathFor(file: File): string }

declare global {
  interface Window {
    readonly host?: Host
  }
}

/** The page's line to the assistant: through a port under Electron, else through a WebSocket of the browser host. */
export function openConnection(page: Window): AssistantConnection {
  if (page.host) return connectAssistant(createEnginePorts(page).open)
  const session = openSession(page)
  const address = `ws://${page.location.host}/rpc`
  return connectAssistant(async (restart) => openBrowserSocket(address, await session(), restart))
}
