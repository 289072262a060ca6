import { createHash } from 'node:crypto'
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRawHeader, listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildIfNeeded } from '../../scripts/build.ts'
import { makeStubForMac, makeStubForWindows, packApp } from './pack-app.ts'

const SYSTEMS = [
  {
    name: 'Windows',
    system: { platform: 'win', arch: 'x64' },
    makeStub: makeStubForWindows,
    folder: 'win-unpacked/resources',
    keeper: 'win-unpacked/Consilium.exe',
    missing: '@img/sharp-win32-x64/lib/*.node',
  },
  {
    name: 'macOS',
    system: { platform: 'mac', arch: 'arm64' },
    makeStub: makeStubForMac,
    folder: 'mac-arm64/Consilium.app/Contents/Resources',
    keeper: 'mac-arm64/Consilium.app/Contents/Info.plist',
    missing: '@img/sharp-darwin-arm64/lib/*.node',
  },
] as const

describe.runIf(platform() === 'linux')('packed here, where npm installed native files for Linux only', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'consilium-systems-'))
    await buildIfNeeded()
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test.each(SYSTEMS)('a package for $name is refused, and holds nothing of Linux', async (target) => {
    const { system, makeStub, missing } = target
    const output = join(folder, system.platform)
    const stub = await makeStub(join(folder, `electron-${system.platform}`), '45.4.1')
    await expect(packApp(stub, output, system)).rejects.toThrow(`The package has no native file ${missing}`)

    const resources = join(output, target.folder)
    const native = await Array.fromAsync(glob('**/*.{node,so,so.*,dll,dylib}', { cwd: resources }))
    expect(native).toEqual([])
    const archive = join(resources, 'app.asar')
    const files = listPackage(archive, { isPack: false })
    expect(files).toContain('/out/electron/main.js')
    expect(files.filter((file) => /\.([mc]?ts|tsx|map)$|\/@[^/]+\/[^/]*linux-/.test(file))).toEqual([])
    // What Electron compares with the archive when it starts.
    const { headerString } = getRawHeader(archive)
    const hash = createHash('sha256').update(headerString).digest('hex')
    expect((await readFile(join(output, target.keeper))).includes(hash)).toBe(true)
  })
})
