import { expect, test } from 'vitest'
import { packageKind } from '../../electron/package-kind.ts'

const MOUNT = '/tmp/.mount_Consil1x2y3z'
const linux = (execPath: string, environment: Record<string, string> = {}, isDeb = false) =>
  packageKind({ isPackaged: true, platform: 'linux', environment, execPath }, () => isDeb)

test('a package knows how it was installed', () => {
  const appImage = { APPIMAGE: '/home/ada/Consilium.AppImage', APPDIR: MOUNT }
  expect(linux(`${MOUNT}/consilium`, appImage)).toBe('appimage')
  expect(linux('/opt/Consilium/consilium', {}, true)).toBe('deb')
  const on = (platform: NodeJS.Platform, environment: Record<string, string> = {}) =>
    packageKind({ isPackaged: true, platform, environment, execPath: '/x' }, () => false)
  expect(on('darwin')).toBe('dmg')
  expect(on('win32')).toBe('installer')
  expect(on('win32', { PORTABLE_EXECUTABLE_FILE: 'E:\\Consilium.exe' })).toBe('portable')
})

test('what is no package, or one that another program updates, is none; the AppImage of another program is not ours', () => {
  const other = { APPIMAGE: '/home/ada/Terminal.AppImage', APPDIR: '/tmp/.mount_Terminal' }
  expect(linux('/opt/Consilium/consilium', other, true)).toBe('deb')
  expect(linux('/home/ada/linux-unpacked/consilium', other, true)).toBe('')
  expect(linux('/app/consilium/consilium', { FLATPAK_ID: 'org.consilium.app' })).toBe('')
  const started = { isPackaged: false, platform: 'linux', environment: {}, execPath: '/usr/bin/electron' } as const
  expect(packageKind(started, () => true)).toBe('')
})
