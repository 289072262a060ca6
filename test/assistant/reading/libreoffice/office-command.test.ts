import { expect, test } from 'vitest'
import {
  conversionCommand,
  CONVERSIONS,
  officeProfile,
} from '../../../../assistant/reading/libreoffice/office-command.ts'
import { READERS } from '../../../../library/read/readers.ts'

test.skipIf(process.platform === 'win32')('the command pins the importer, the profile and every folder', () => {
  const conversion = CONVERSIONS['application/vnd.ms-excel']!
  const { file, words, environment } = conversionCommand('/usr/bin/soffice', '/dev/shm/x y', conversion, true)
  expect([file, ...words]).toEqual([
    '/bin/sh',
    '-c',
    'ulimit -c 0; ulimit -f "$1"; ulimit -v "$2" 2>/dev/null; shift 2; exec "$@"',
    'sh',
    '400000',
    '3000000',
    'unshare',
    '--user',
    '--map-root-user',
    '--net',
    '--',
    '/usr/bin/soffice',
    '--headless',
    '--invisible',
    '--norestore',
    '--nologo',
    '--nodefault',
    '--nolockcheck',
    '--nofirststartwizard',
    '-env:UserInstallation=file:///dev/shm/x%20y/profile',
    '--infilter=MS Excel 97',
    '--convert-to',
    'ods:calc8',
    '--outdir',
    '/dev/shm/x y/out',
    '/dev/shm/x y/document.xls',
  ])
  expect(environment).toMatchObject({
    HOME: '/dev/shm/x y',
    TMPDIR: '/dev/shm/x y/tmp',
    https_proxy: 'http://127.0.0.1:9',
  })
  expect(Object.keys(environment)).not.toContain('DISPLAY')
  const told = conversionCommand('/usr/bin/soffice', '/x', conversion, false)
  expect(told.words).not.toContain('unshare')
})

test('the profile runs no macros and leads to no network', () => {
  const set = (path: string, name: string, value: string) =>
    `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`
  const profile = officeProfile()
  expect(profile).toContain(set('Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'))
  expect(profile).toContain(set('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'))
  expect(profile).toContain(set('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'))
  expect(profile).toContain(set('Inet/Settings', 'ooInetProxyType', '2'))
  expect(profile).toContain(set('Inet/Settings', 'ooInetHTTPSProxyPort', '9'))
  expect(profile).toContain(set('Office.Java/VirtualMachine', 'Enable', 'false'))
})

test('nothing is converted that is read here, and all that comes of it is', () => {
  for (const [mediaType, { target }] of Object.entries(CONVERSIONS)) {
    expect(READERS).not.toHaveProperty([mediaType])
    expect(Object.values(READERS).map(({ reader }) => reader)).toContain(target)
  }
})
