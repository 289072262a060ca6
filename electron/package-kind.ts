import { existsSync } from 'node:fs'

type Started = {
  readonly isPackaged: boolean
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly execPath: string
}

const DEB_FILES = '/var/lib/dpkg/info/consilium.list'

/**
 * How this copy was installed, as the engine is to know it (`CONSILIUM_PACKAGE`); empty: not from a package that it could update. A
 * program that was started from another AppImage finds the variables of that one, so its own place counts as well.
 */
export function packageKind(started: Started, isThere: (path: string) => boolean = existsSync): string {
  const { isPackaged, platform, environment, execPath } = started
  if (!isPackaged) return ''
  if (platform === 'darwin') return 'dmg'
  if (platform === 'win32') return environment.PORTABLE_EXECUTABLE_FILE ? 'portable' : 'installer'
  const { APPIMAGE, APPDIR } = environment
  if (APPIMAGE && APPDIR && execPath.startsWith(`${APPDIR}/`)) return 'appimage'
  // A Flatpak sees neither.
  return execPath.startsWith('/opt/') && isThere(DEB_FILES) ? 'deb' : ''
}
