import { createHash, generateKeyPairSync } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkForUpdate } from '../../../assistant/assembly/update-checks.ts'
import { PackageKind } from '../../../contract/update.ts'
import { NOTICE_FILE, writeNotice } from '../../../scripts/release/notice.ts'
import { serveFiles } from '../../models/acquire/file-server.ts'
import { temporaryFolder } from '../../store/temporary-home.ts'

const keys = generateKeyPairSync('ed25519')
const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
const pem = (key: typeof keys.privateKey) => key.export({ format: 'pem', type: 'pkcs8' }).toString()

const PACKAGES = [
  ['Consilium-2.0.0-linux-x86_64.AppImage', 'linux-x64', 'appimage'],
  ['Consilium-2.0.0-linux-amd64.deb', 'linux-x64', 'deb'],
  ['Consilium-2.0.0-linux-arm64.AppImage', 'linux-arm64', 'appimage'],
  ['Consilium-2.0.0-win-x64.exe', 'win32-x64', 'installer'],
  ['Consilium-2.0.0-win-x64-portable.exe', 'win32-x64', 'portable'],
  ['Consilium-2.0.0-mac-arm64.dmg', 'darwin-arm64', 'dmg'],
  ['Consilium-2.0.0-mac-x64.dmg', 'darwin-x64', 'dmg'],
] as const

const options = (folder: string) => ({
  folder,
  version: '2.0.0',
  published: '2027-03-01',
  page: 'https://consilium.example/2.0.0',
  files: 'https://files.example/2.0.0',
  privateKey: pem(keys.privateKey),
  publicKey,
})

test('the notice of a release names each package with its system, kind, size and hash, and a copy takes it', async () => {
  await using folder = await temporaryFolder()
  for (const [name] of PACKAGES) await writeFile(join(folder.path, name), name)
  for (const name of ['Consilium-1.9.0-linux-amd64.deb', 'SHA256SUMS', 'consilium-2.0.0-linux.cdx.json'])
    await writeFile(join(folder.path, name), 'not of it')
  const lines = await writeNotice(options(folder.path))
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  expect(lines.toSorted()).toEqual(PACKAGES.map(([name, system, kind]) => `${system} ${kind} ${hash(name)}`).toSorted())

  const notice = await readFile(join(folder.path, NOTICE_FILE))
  await using server = await serveFiles((_request, response) => response.end(notice))
  const here = PACKAGES.filter(([, system]) => system === `${process.platform}-${process.arch}`)
  for (const kind of PackageKind.options) {
    const source = { address: server.address, publicKey }
    const found = await checkForUpdate(source, { version: '1.9.0', kind }, new AbortController().signal)
    const [name] = here.find(([, , one]) => one === kind) ?? []
    const address = `https://files.example/2.0.0/${name}`
    const file = name === undefined ? null : { kind, name, address, bytes: name.length, sha256: hash(name) }
    expect(found).toMatchObject({ outcome: 'newer', version: '2.0.0', file })
  }
})

test('a key that is not the one that the copies know signs nothing', async () => {
  await using folder = await temporaryFolder()
  await writeFile(join(folder.path, 'Consilium-2.0.0-linux-amd64.deb'), 'a package')
  const stranger = pem(generateKeyPairSync('ed25519').privateKey)
  await expect(writeNotice({ ...options(folder.path), privateKey: stranger })).rejects.toThrow('is not the one')
  await expect(writeNotice({ ...options(folder.path), publicKey: null })).rejects.toThrow('is not the one')
  await expect(writeNotice({ ...options(folder.path), version: '3.0.0' })).rejects.toThrow(
    'no package of version 3.0.0',
  )
  await expect(readFile(join(folder.path, NOTICE_FILE))).rejects.toThrow('ENOENT')
})
