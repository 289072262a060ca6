import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import type { MessagePort } from 'node:worker_threads'

type Listener = (event: object, ...values: unknown[]) => void

/** The `window` of a page: what is posted to it arrives as a message event of its own, as in a browser. */
export class PageWindow extends EventTarget {
  readonly origin = 'app://ui'
  /** What the preload has put into the page. */
  host: { kind: string; hasKeychain: boolean; pathFor(file: unknown): string } | undefined

  postMessage(data: unknown, _origin: string, ports: readonly MessagePort[] = []): void {
    setImmediate(() => this.say(data, this, ports))
  }
  /** A message from somewhere else, such as a frame inside the page. */
  say(data: unknown, source: unknown, ports: readonly MessagePort[] = []): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data, source, ports }))
  }
}

/** Runs the built preload script as Electron does under its sandbox: CommonJS, with `electron` and nothing else. */
export function runPreload(
  file: string,
  page: PageWindow,
  argv: readonly string[],
  send: (channel: string, ...values: unknown[]) => void,
) {
  const listeners = new Map<string, Listener>()
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => Object.assign(page, { [name]: value }) },
    ipcRenderer: { on: (channel: string, listener: Listener) => listeners.set(channel, listener), send },
    webUtils: { getPathForFile: (file_: { path: string }) => file_.path },
  }
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot load ${name}`)
    return electron
  }
  runInNewContext(readFileSync(file, 'utf8'), {
    require,
    module: { exports: {} },
    exports: {},
    window: page,
    process: { argv },
  })
  return (channel: string, ports: readonly MessagePort[], ...values: unknown[]) =>
    listeners.get(channel)?.({ ports }, ...structuredClone(values))
}
