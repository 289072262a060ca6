import { createRestartBudget } from '../processes/restart-budget.ts'
import { PAGE_URL } from './app-page.ts'
import { HAS_KEYCHAIN } from './window-messages.ts'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'

export type WindowPieces = Pick<typeof Electron.Main, 'BrowserWindow' | 'dialog' | 'screen'>

type WindowOptions = {
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

/** Size in device-independent pixels; without a position the system chooses one. */
type WindowPlace = {
  readonly width: number
  readonly height: number
  readonly x?: number
  readonly y?: number
  readonly isMaximized: boolean
}

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** The page is made for 1100 and more and can still be read in less. */
export const SMALLEST = { width: 720, height: 520 }
const DEFAULT: WindowPlace = { width: 1440, height: 900, isMaximized: false }
/** So much of the title bar must be on a screen, or the window could not be pulled back. */
const GRIP = { width: 120, height: 40 }

/**
 * Where the window was when it was closed. The default for a first start and a damaged file, and a place of the system's
 * choice for a screen that is gone. `screens` are the free areas of all screens, the main one first.
 */
export function readWindowPlace(file: string, screens: readonly Rectangle[]): WindowPlace {
  const found = parse(file)
  if (!found) {
    const { width, height } = screens[0] ?? DEFAULT
    return { ...DEFAULT, width: Math.min(DEFAULT.width, width), height: Math.min(DEFAULT.height, height) }
  }
  const { x, y, width, height, isMaximized } = found
  const size = { width: Math.max(width, SMALLEST.width), height: Math.max(height, SMALLEST.height), isMaximized }
  return screens.some((screen) => hasGrip(found, screen)) ? { ...size, x, y } : size
}

/** Never throws: a window that cannot remember its place must still close. */
export function writeWindowPlace(file: string, bounds: Rectangle, isMaximized: boolean): void {
  const { x, y, width, height } = bounds
  try {
    writeFileSync(`${file}.part`, JSON.stringify({ x, y, width, height, isMaximized }), { mode: 0o600 })
    renameSync(`${file}.part`, file)
  } catch {
    // A full or read-only disk; the next start uses the default.
  }
}

function parse(file: string): (Rectangle & { readonly isMaximized: boolean }) | null {
  try {
    const { x, y, width, height, isMaximized } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    if (![x, y, width, height].every(Number.isInteger) || typeof isMaximized !== 'boolean') return null
    return { x, y, width, height, isMaximized } as Rectangle & { isMaximized: boolean }
  } catch {
    return null
  }
}

function hasGrip(window: Rectangle, screen: Rectangle): boolean {
  const left = Math.max(window.x, screen.x)
  const right = Math.min(window.x + window.width, screen.x + screen.width)
  const isAcross = right - left >= GRIP.width
  return isAcross && window.y >= screen.y && window.y + GRIP.height <= screen.y + screen.height
}
