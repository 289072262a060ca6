import { dirname, join } from 'node:path'
import { fontsIn, ocrDataIn } from '../host/program-files.ts'
import { menuTemplate } from './app-menu.ts'
import { answerPageRequests, PAGE_SCHEME } from './app-page.ts'
import { handOverPorts } from './hand-over-ports.ts'
import { readHomeKey } from './home-key.ts'
import { lockDownSession } from './lock-down.ts'
import { openWindow, type WindowPieces } from './open-window.ts'
import { startEngine } from './start-engine.ts'

export type AppPieces = WindowPieces &
  Pick<typeof Electron.Main, 'app' | 'Menu' | 'MessageChannelMain' | 'safeStorage' | 'session' | 'utilityProcess'>

/** The engine's and the preload's built programs, the built page, and the sample matters. */
export type AppFiles = {
  readonly engine: string
  readonly preload: string
  readonly pageFolder: string
  readonly samplesFolder: string
}

export type AppOptions = {
  readonly home: string
  readonly platform: NodeJS.Platform
  readonly files: AppFiles
  /** Receives what the engine writes to standard error. */
  readonly onErrorText: (text: string) => void
}

/** Opens the window and its engine, once Electron is ready. Closing the window ends the app, the engine first. */
export async function openApp(electron: AppPieces, { home, platform, files, onErrorText }: AppOptions): Promise<void> {
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
