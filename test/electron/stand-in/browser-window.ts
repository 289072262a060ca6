import { EventEmitter } from 'node:events'
import { PageWindow, runPreload } from './page.ts'
import type { PortMain } from './ports.ts'

const OWN_FRAME = { origin: 'app://ui', parent: null }

/** Electron's `BrowserWindow` as far as the host uses it. Loading runs the real preload in a stand-in page. */
export class StandInWindow extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents: StandInContents
  isShown = false
  wasFocused = false
  #isDestroyed = false

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    this.webContents = new StandInContents(options.webPreferences ?? {}, () => this.#isDestroyed)
  }
  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url)
    this.emit('ready-to-show')
  }
  reload(): void {
    void this.webContents.load(this.webContents.url)
  }
  close(): void {
    this.emit('close')
    this.#isDestroyed = true
    this.emit('closed')
  }
  show(): void {
    this.isShown = true
  }
  focus(): void {
    this.wasFocused = true
  }
  isDestroyed = () => this.#isDestroyed
  isMinimized = () => false
  isMaximized = () => false
  getNormalBounds = () => ({ x: 40, y: 50, width: 1200, height: 800 })
}

class StandInContents extends EventEmitter {
  readonly ipc = new EventEmitter()
  readonly isDestroyed: () => boolean
  readonly #preferences: Electron.WebPreferences
  url = ''
  page = new PageWindow()
  portsGiven = 0
  /** How long the load goes on after the page's script has run. */
  loadMs = 0
  openHandler: () => unknown = () => ({ action: 'allow' })
  /** Runs in place of the page's own script, once the preload has run. */
  runPage: (page: PageWindow) => void = () => {}
  #toPreload: ReturnType<typeof runPreload> = () => {}

  constructor(preferences: Electron.WebPreferences, isDestroyed: () => boolean) {
    super()
    this.#preferences = preferences
    this.isDestroyed = isDestroyed
  }
  async load(url: string): Promise<void> {
    this.url = url
    await new Promise(setImmediate)
    this.emit('did-navigate', {}, url)
    this.page = new PageWindow()
    this.portsGiven = 0
    const { preload = '', additionalArguments = [] } = this.#preferences
    this.#toPreload = runPreload(preload, this.page, additionalArguments, (channel, ...values) =>
      setImmediate(() => this.ipc.emit(channel, { senderFrame: OWN_FRAME }, ...values)),
    )
    this.runPage(this.page)
    await new Promise((resolve) => (this.loadMs === 0 ? setImmediate(resolve) : setTimeout(resolve, this.loadMs)))
    this.emit('did-finish-load')
  }
  postMessage(channel: string, message: unknown, ports: PortMain[]): void {
    this.portsGiven += ports.length
    this.#toPreload(
      channel,
      ports.map(({ raw }) => raw),
      message,
    )
  }
  send(channel: string, ...values: unknown[]): void {
    this.#toPreload(channel, [], ...values)
  }
  setWindowOpenHandler(handler: () => unknown): void {
    this.openHandler = handler
  }
  setWebRTCIPHandlingPolicy(): void {}
}
