import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin']
const FILES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** A Chromium, Chrome or Edge on PATH or at the usual places, or null. The file that `CONSILIUM_BROWSER` names wins. */
export function findBrowser(env: Readonly<Record<string, string | undefined>>): string | null {
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...FOLDERS]
  const named = env.CONSILIUM_BROWSER ? [env.CONSILIUM_BROWSER] : []
  const candidates = [...named, ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...FILES]
  return candidates.find(isProgram) ?? null
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
