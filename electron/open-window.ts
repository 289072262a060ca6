import { createRestartBudget } from '../processes/restart-budget.ts'
import { PAGE_URL } from './app-page.ts'
import { HAS_KEYCHAIN } from './window-messages.ts'
import { readWindowPlace, SMALLEST, writeWindowPlace } from './window-place.ts'

export type WindowPieces = Pick<typeof Electron.Main, 'BrowserWindow' | 'dialog' | 'screen'>

export type WindowOptions = {
  readonly preload: string
  readonly session: Electron.Session
  /** Remembers where the window was. */
  readonly placeFile: string
  readonly hasKeychain: boolean
  readonly isPackaged: boolean
}

const RELOADS = { maxCrashes: 3, windowMs: 60_000, healthyMs: 10_000 }

/** Opens the window: a sandboxed page without Node, shown once it is drawn, loaded again when its process dies. */
export function openWindow(
  { BrowserWindow, dialog, screen }: WindowPieces,
  options: WindowOptions,
): Electron.BrowserWindow {
  const main = screen.getPrimaryDisplay().workArea
  const place = readWindowPlace(options.placeFile, [main, ...screen.getAllDisplays().map(({ workArea }) => workArea)])
  const { isMaximized, ...bounds } = place
  const window = new BrowserWindow({
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: 'Consilium',
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preload,
      session: options.session,
      additionalArguments: options.hasKeychain ? [HAS_KEYCHAIN] : [],
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      v8CacheOptions: 'none',
      devTools: !options.isPackaged,
    },
  })
  if (isMaximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => writeWindowPlace(options.placeFile, window.getNormalBounds(), window.isMaximized()))
  reloadAfterCrash(window, dialog)
  void window.loadURL(PAGE_URL)
  return window
}

function reloadAfterCrash(window: Electron.BrowserWindow, dialog: WindowPieces['dialog']): void {
  const budget = createRestartBudget(RELOADS)
  let startedAt = Date.now()
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const delayMs = budget.crashed(startedAt, Date.now())
    if (delayMs === null) {
      dialog.showErrorBox(
        'The window stopped again and again',
        `Its process ended (${reason}). Your documents and answers are kept. Close the window and start Consilium again.`,
      )
      return
    }
    setTimeout(() => {
      startedAt = Date.now()
      if (!window.isDestroyed()) window.reload()
    }, delayMs)
  })
}
