import { createRouterClient } from '@orpc/server'
import { WebSocket } from 'ws'
import { attachToEngine } from '../../assistant/connection/attach-to-engine.ts'
import { serveWindows } from '../../assistant/connection/serve-windows.ts'
import { createContractHandler, speakContract } from '../../assistant/connection/speak-contract.ts'
import type { Assistant } from '../../assistant/assembly/assistant.ts'
import { createAssistant } from '../../assistant/assembly/create-assistant.ts'
import { router } from '../../assistant/router/router.ts'
import { startBrowserHost, type BrowserHost } from '../../cli/serve/start-browser-host.ts'
import type { AssistantClient } from '../../contract/index.ts'
import { programFiles } from '../../host/program-files.ts'
import { connectAssistant } from '../../renderer/connection/connect-assistant.ts'
import { createEnginePorts, openSession } from '../../renderer/connection/open-connection.ts'
import { openBrowserSocket } from '../../renderer/connection/browser-socket.ts'

/** The repository, as the program's own files see it. */
export const ROOT = new URL('../../', import.meta.url)

/** One assistant in this process, made as the command line makes it. */
export function assistantHere(home: string, environment: NodeJS.ProcessEnv): Promise<Assistant> {
  return createAssistant({ ...programFiles(ROOT, home), home, keychain: null, environment, readsOn: true })
}

/** Without a wire: what a command does in its own process. */
export function inProcess(assistant: Assistant): AssistantClient {
  return createRouterClient(router, { context: { assistant } })
}

/** Through a message port, handed over as Electron's main process does and taken by the page's own code. */
export function throughPort(assistant: Assistant, handler = createContractHandler(() => {})): AssistantClient {
  const { port1, port2 } = new MessageChannel()
  let hear = (_message: unknown, _ports: readonly unknown[]) => {}
  serveWindows({ post: async () => {}, onMessage: (listener) => (hear = listener) }, speakContract(handler, assistant))
  hear({ type: 'connect' }, [electronPort(port2)])
  const page = Object.assign(new EventTarget(), { origin: 'app://ui', postMessage: () => {} })
  const { open } = createEnginePorts(page as unknown as Window)
  page.dispatchEvent(
    Object.defineProperties(new Event('message'), {
      data: { value: 'engine-port' },
      ports: { value: [port1] },
      source: { value: page },
    }),
  )
  return connectAssistant(open).client
}

/** Electron's ports have Node's events, but hand over an event with `data`. */
function electronPort(port: MessagePort) {
  return {
    on(name: 'message' | 'close', listener: (event: { data: unknown }) => void) {
      port.addEventListener(name, (event) => listener({ data: (event as MessageEvent).data }))
    },
    postMessage: (message: unknown) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  }
}

/** The browser host on a free port, with a forked engine of its own. */
export function browserHost(home: string, onErrorText?: (text: string) => void): Promise<BrowserHost> {
  const { startProcess, windowFolder } = programFiles(ROOT, home, onErrorText)
  return startBrowserHost({ startProcess, folder: windowFolder, port: 0 })
}

/**
 * A page of that host: its own connection code on a socket that sends the page's Origin. Sets the global WebSocket, so
 * one host a test file.
 */
export function throughWebSocket(host: Pick<BrowserHost, 'port' | 'url'>) {
  const { port } = host
  const session = sessionOf(host)
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { origin: `http://127.0.0.1:${port}` })
      // A page's socket throws nothing; its close event tells all there is.
      this.on('error', () => {})
    }
  } as unknown as typeof globalThis.WebSocket
  return connectAssistant(async (restart) => openBrowserSocket(`ws://127.0.0.1:${port}/rpc`, await session(), restart))
}

/** What a page does with the address of the host, once it is opened there. */
export function sessionOf({ port, url }: Pick<BrowserHost, 'port' | 'url'>): () => Promise<string> {
  const held = new Map<string, string>()
  return openSession({
    location: new URL(url) as unknown as Location,
    addEventListener: () => {},
    history: { state: null, replaceState: () => {} } as unknown as History,
    sessionStorage: {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => held.set(key, value),
    } as unknown as Storage,
    fetch: (path, init) => fetch(`http://127.0.0.1:${port}${String(path)}`, init),
  })
}

/** A second command, attached to the engine that runs for the home. */
export async function throughUnixSocket(home: string) {
  const attached = await attachToEngine(home)
  if (!attached) throw new Error(`Expected a running engine for ${home}.`)
  return attached
}
