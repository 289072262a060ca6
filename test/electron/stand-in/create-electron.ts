import { EventEmitter } from 'node:events'
import type { StartPieces } from '../../../electron/start-app.ts'
import { StandInWindow } from './browser-window.ts'
import { ChannelMain } from './ports.ts'
import { createSafeStorage } from './safe-storage.ts'
import { createUtilityProcess } from './utility-process.ts'

/**
 * Electron as its types and documentation describe it, over Node: real child processes, real ports, the real preload. It
 * proves our side only; no real Electron has run this code (`docs/hosts.md`).
 */
export function createElectron(options: { readonly isFirst?: boolean } = {}) {
  const seen = {
    /** What was done, in order, as far as order matters. */
    steps: [] as string[],
    switches: [] as string[],
    paths: {} as Record<string, string>,
    errors: [] as string[],
    windows: [] as StandInWindow[],
    session: createSession(),
    quit: Promise.withResolvers<void>(),
  }
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    /** Process ids of the utility processes, in the order of their starts. */
    utilityPids: [] as number[],
    commandLine: { appendSwitch: (name: string) => seen.switches.push(name) },
    enableSandbox: () => seen.steps.push('sandbox'),
    setPath: (name: string, path: string) => Object.assign(seen.paths, { [name]: path }),
    requestSingleInstanceLock: () => options.isFirst ?? true,
    whenReady: async () => void seen.steps.push('ready'),
    exit: (code: number) => seen.steps.push(`exit ${code}`),
    quit() {
      let isPrevented = false
      app.emit('will-quit', { preventDefault: () => (isPrevented = true) })
      if (!isPrevented) seen.quit.resolve()
    },
  })
  class BrowserWindow extends StandInWindow {
    constructor(windowOptions: Electron.BrowserWindowConstructorOptions) {
      super(windowOptions)
      seen.windows.push(this)
      app.emit('web-contents-created', {}, this.webContents)
      this.once('closed', () => app.emit('window-all-closed'))
    }
  }
  const screen = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
  const electron = {
    app,
    BrowserWindow,
    dialog: { showErrorBox: (title: string, text: string) => seen.errors.push(`${title}: ${text}`) },
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => {} },
    MessageChannelMain: ChannelMain,
    protocol: { registerSchemesAsPrivileged: () => seen.steps.push('scheme') },
    safeStorage: createSafeStorage(),
    screen: { getPrimaryDisplay: () => screen, getAllDisplays: () => [screen] },
    session: { fromPartition: () => seen.session },
    utilityProcess: createUtilityProcess(app, (pid) => app.utilityPids.push(pid)),
  }
  return { electron: electron as unknown as StartPieces, app, seen }
}

type RequestFilter = (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void
type PermissionHandler = (
  contents: null,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: object,
) => void

/** Electron's `Session`, keeping the handlers that it is given. */
export function createSession() {
  const handlers = {
    page: undefined as ((request: Request) => Promise<Response>) | undefined,
    filter: undefined as RequestFilter | undefined,
    permission: undefined as PermissionHandler | undefined,
    check: undefined as ((contents: null, permission: string, origin: string) => boolean) | undefined,
    device: undefined as (() => boolean) | undefined,
    spellChecker: true,
  }
  return Object.assign(new EventEmitter(), {
    handlers,
    protocol: {
      handle: (_scheme: string, page: (request: Request) => Promise<Response>) => Object.assign(handlers, { page }),
    },
    webRequest: { onBeforeRequest: (filter: RequestFilter) => Object.assign(handlers, { filter }) },
    setPermissionRequestHandler: (permission: PermissionHandler) => Object.assign(handlers, { permission }),
    setPermissionCheckHandler: (check: () => boolean) => Object.assign(handlers, { check }),
    setDevicePermissionHandler: (device: () => boolean) => Object.assign(handlers, { device }),
    setSpellCheckerEnabled: (spellChecker: boolean) => Object.assign(handlers, { spellChecker }),
  })
}
