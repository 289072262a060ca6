import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import {
  faultsOfPackages,
  hasSignature,
  isSigning,
  signatureChecks,
} from '../../../scripts/electron/verify-packages.ts'
import { temporaryFolder } from '../../store/temporary-home.ts'

const CONFIGURATION = fileURLToPath(new URL('../../../electron-builder.yml', import.meta.url))

test('a folder without an app is a fault: there is nothing to look at', async () => {
  await using folder = await temporaryFolder()
  expect(await faultsOfPackages(folder.path, CONFIGURATION, {})).toEqual(['no app was built'])
})

test('packages are signed only where the environment names a certificate', () => {
  expect([isSigning('darwin', {}), isSigning('win32', {}), isSigning('linux', { CSC_LINK: 'a.p12' })]).toEqual([
    false,
    false,
    false,
  ])
  expect([
    isSigning('darwin', { CSC_NAME: 'Somebody' }),
    isSigning('darwin', { CSC_LINK: 'a.p12' }),
    isSigning('win32', { WIN_CSC_LINK: 'a.pfx' }),
  ]).toEqual([true, true, true])
})

test('a secret that is not set, and so is empty, hides no other', () => {
  expect([
    isSigning('win32', { WIN_CSC_LINK: '', CSC_LINK: 'a.pfx' }),
    isSigning('darwin', { CSC_LINK: '', CSC_NAME: 'Somebody' }),
    isSigning('darwin', { CSC_LINK: '', CSC_NAME: '' }),
  ]).toEqual([true, true, false])
})

test('an app for macOS is signed without a certificate too, and what is said of its fuses names each', async () => {
  expect([hasSignature('darwin', {}), hasSignature('win32', {}), hasSignature('linux', {})]).toEqual([
    true,
    false,
    false,
  ])
  await using folder = await temporaryFolder()
  await mkdir(join(folder.path, 'linux-unpacked'))
  // As Electron's program holds them: after the sentinel the version, their number, and each, here all off.
  const wire = Buffer.from(`dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x09${'0'.repeat(9)}`, 'latin1')
  await writeFile(join(folder.path, 'linux-unpacked/consilium'), wire)
  const faults = await faultsOfPackages(folder.path, CONFIGURATION, {})
  expect(faults.map((fault) => fault.split(': ')[1])).toEqual([
    'the fuse runAsNode is not on',
    'the fuse enableEmbeddedAsarIntegrityValidation is not on',
    'the fuse onlyLoadAppFromAsar is not on',
  ])
})

test("a signature is checked by the system's own programs, a notarised app as one that was downloaded", () => {
  const programs = (isNotarised: boolean) =>
    signatureChecks('darwin', '/r/Consilium.app', isNotarised).map((words) => words.slice(0, 2))
  expect(programs(false)).toEqual([['codesign', '--verify']])
  expect(programs(true)).toEqual([
    ['codesign', '--verify'],
    ['spctl', '--assess'],
    ['xcrun', 'stapler'],
  ])
  expect(signatureChecks('win32', "C:\\r\\d'Or.exe", false)[0]?.at(-1)).toContain("-LiteralPath 'C:\\r\\d''Or.exe')")
})
