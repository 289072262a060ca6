import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where Electron's program lies in its download, as the npm package `electron` names it too. */
export function programName(platform: string): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** Electron's program in an unpacked download, or null. */
export function programIn(folder: string, platform: string): string | null {
  const program = join(folder, programName(platform))
  return existsSync(program) ? program : null
}
