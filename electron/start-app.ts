import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fontsIn, ocrDataIn } from '../host/program-files.ts'
import { answerPageRequests, isOwnFrame, PAGE_SCHEME } from './app-page.ts'
import { readHomeKey } from './home-key.ts'
import { guardContents, lockDownSession, quietChromium } from './lock-down.ts'
import { openWindow, type WindowPieces } from './open-window.ts'
import { packageKind } from './package-kind.ts'
import { type Engine, startEngine } from './start-engine.ts'
import { CHANNELS, type EngineGone } from './window-messages.ts'

export type StartPieces = AppPieces & Pick<typeof Electron.Main, 'protocol'>

/**
 * Everything that must be done before Electron is ready, in the same turn in which the program is loaded, and then the app.
 * One home is open once: a second start shows the window of the first. Chromium's own folder lies in the home, so that
 * nothing of a user is anywhere else, and the lock is one for each home.
 */
export async function startApp(electron: StartPieces, options: AppOptions): Promise<void> {
  const { app, dialog, protocol } = electron
  try {
    quietChromium(app.commandLine)
    app.enableSandbox()
    protocol.registerSchemesAsPrivileged([PAGE_SCHEME])
    app.on('web-contents-created', (_event, contents) => guardContents(contents))
    const profile = join(options.home, 'window')
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    app.setPath('userData', profile)
    if (!app.requestSingleInstanceLock()) return app.quit()
    await app.whenReady()
    await openApp(electron, options)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    dialog.showErrorBox('Consilium could not start', `${reason}\nNothing was changed in ${options.home}.`)
    app.exit(1)
  }
}

type AppPieces = WindowPieces &
  Pick<typeof Electron.Main, 'app' | 'Menu' | 'MessageChannelMain' | 'safeStorage' | 'session' | 'utilityProcess'>

/** The engine's and the preload's built programs, the built page, and the sample matters. */
type AppFiles = {
  readonly engine: string
  readonly preload: string
  readonly pageFolder: string
  readonly samplesFolder: string
}

type AppOptions = {
  readonly home: string
  readonly platform: NodeJS.Platform
  readonly files: AppFiles
  /** Receives what the engine writes to standard error. */
  readonly onErrorText: (text: string) => void
}

/** Opens the window and its engine, once Electron is ready. Closing the window ends the app, the engine first. */
async function openApp(electron: AppPieces, { home, platform, files, onErrorText }: AppOptions): Promise<void> {
  const { app, Menu, MessageChannelMain } = electron
  const { key, why } = await readHomeKey(electron.safeStorage, join(home, 'keychain.bin'), platform)
  if (why) onErrorText(`${why}\n`)
  const engine = startEngine(electron, {
    file: files.engine,
    env: {
      CONSILIUM_HOME: home,
      CONSILIUM_SAMPLES: files.samplesFolder,
      CONSILIUM_FONTS: fontsIn(files.pageFolder),
      CONSILIUM_PACKS: join(dirname(files.pageFolder), 'packs'),
      CONSILIUM_WORDS: join(dirname(files.pageFolder), 'words.txt.br'),
      CONSILIUM_OCR_DATA: ocrDataIn(dirname(files.pageFolder)),
      CONSILIUM_PACKAGE: packageKind({
        isPackaged: app.isPackaged,
        platform,
        environment: process.env,
        execPath: process.execPath,
      }),
    },
    keychainKey: key,
    onErrorText,
  })

  // In memory, without a cache: what the window showed must not stay on the disk.
  const session = electron.session.fromPartition('consilium', { cache: false })
  lockDownSession(session)
  session.protocol.handle(PAGE_SCHEME.scheme, answerPageRequests(files.pageFolder))
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(platform, app.isPackaged)))
  const window = openWindow(electron, {
    preload: files.preload,
    session,
    placeFile: join(home, 'window.json'),
    hasKeychain: key !== null,
    isPackaged: app.isPackaged,
  })
  const ports = handOverPorts(engine, window.webContents, () => new MessageChannelMain())
  window.once('closed', () => ports[Symbol.dispose]())

  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  endEngineBeforeQuit(app, engine)
}

function endEngineBeforeQuit(app: Electron.App, engine: AsyncDisposable): void {
  let hasEnded = false
  const end = async () => {
    await engine[Symbol.asyncDispose]()
    hasEnded = true
    app.quit()
  }
  app.on('will-quit', (event) => {
    if (hasEnded) return
    event.preventDefault()
    void end()
  })
}

/** Editing, zoom, full screen and quit, with the words of the system; the window has its own commands for the rest. */
function menuTemplate(platform: NodeJS.Platform, isPackaged: boolean): Electron.MenuItemConstructorOptions[] {
  const view: Electron.MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ]
  const tools: Electron.MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ]
  return [
    platform === 'darwin' ? { role: 'appMenu' } : { label: 'File', submenu: [{ role: 'quit' }] },
    { role: 'editMenu' },
    { label: 'View', submenu: isPackaged ? view : [...view, ...tools] },
  ]
}

type Contents = Pick<Electron.WebContents, 'on' | 'postMessage' | 'send' | 'isDestroyed' | 'ipc'>
type CreateChannel = () => Pick<Electron.MessageChannelMain, 'port1' | 'port2'>

/**
 * Gives a window its line to the engine and then stays out of the way: one port after each load of the page and each start
 * of the engine. A port does not tell a page that the engine died, so that is told here, with the reason. The page may ask
 * for a port as well, for one that it lost; it says how many it has got, so that one on its way is not sent twice.
 */
function handOverPorts(engine: Engine, contents: Contents, createChannel: CreateChannel): Disposable {
  const { supervised } = engine
  const page = { listens: false, ports: 0 }

  function handOver(): void {
    if (supervised.state !== 'ready' || !page.listens || contents.isDestroyed()) return
    const { port1, port2 } = createChannel()
    engine.connect(port1)
    contents.postMessage(CHANNELS.port, null, [port2])
    page.ports += 1
  }
  function tellGone(): void {
    const { state, reason } = supervised
    if (!page.listens || contents.isDestroyed() || (state !== 'failed' && state !== 'restarting')) return
    contents.send(CHANNELS.gone, { reason: reason ?? 'stopped', failed: state === 'failed' } satisfies EngineGone)
  }

  const forgetPage = () => Object.assign(page, { listens: false, ports: 0 })
  contents.on('did-navigate', forgetPage)
  contents.on('render-process-gone', forgetPage)
  contents.on('did-finish-load', () => {
    page.listens = true
    if (page.ports === 0) handOver()
  })
  contents.ipc.on(CHANNELS.want, (event, received: unknown) => {
    if (!isOwnFrame(event.senderFrame)) return
    page.listens = true
    if (supervised.state === 'failed') tellGone()
    else if (received === page.ports) handOver()
  })
  contents.ipc.on(CHANNELS.restart, (event) => {
    if (!isOwnFrame(event.senderFrame)) return
    page.listens = true
    if (supervised.state === 'ready') handOver()
    else supervised.restart()
  })
  const forget = supervised.onState(({ state }) => (state === 'ready' ? handOver() : tellGone()))
  return { [Symbol.dispose]: forget }
}
