import { generateKeyPairSync, sign } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAssistant } from '../../assistant/assembly/create-assistant.ts'
import type { UpdateSource } from '../../assistant/assembly/update-checks.ts'
import { programFiles } from '../../host/program-files.ts'
import { servePublisher } from '../assistant/update-publisher.ts'
import { inProcess, ROOT } from '../hosts/carriers.ts'
import { eventually } from '../patience.ts'
import { temporaryFolder } from '../store/temporary-home.ts'

const publisher = generateKeyPairSync('ed25519')
const noticeOf = (version: string) =>
  Buffer.from(
    JSON.stringify({
      format: 'consilium-update-1',
      version,
      published: '2027-03-01',
      page: 'https://consilium.example/',
    }),
  )

/** A server of the publisher's that counts who comes. */
async function updateServer() {
  const seen: string[] = []
  const offers = { version: '99.0.0' }
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    const notice = noticeOf(offers.version)
    const signature = sign(null, notice, publisher.privateKey).toString('base64')
    response.end(JSON.stringify({ notice: notice.toString('base64'), signature }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    seen,
    offers,
    source: {
      address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/latest.json`,
      publicKey: publisher.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    },
    [Symbol.dispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function assistantIn(folder: string, updateSource: UpdateSource, running: Readonly<Record<string, string>> = {}) {
  const home = join(folder, 'home')
  const environment = { CONSILIUM_MODELS: join(folder, 'models'), CONSILIUM_THREADS: '1', ...running }
  return createAssistant({
    ...programFiles(ROOT, home),
    home,
    keychain: null,
    environment,
    readsOn: true,
    updateSource,
  })
}

test('nobody is asked for a newer version before the user says so, and then once a week at most', async () => {
  await using place = await temporaryFolder()
  using server = await updateServer()
  const { seen, source } = server
  const open = () => assistantIn(place.path, source)
  {
    await using assistant = await open()
    const client = inProcess(assistant)
    await client.home.create({ passphrase: null })
    await client.matter.create({ name: 'M' })
    await client.application.doctor()
    expect(await client.update.state()).toMatchObject({ host: new URL(source.address).host, known: null })
    expect((await client.application.settings()).checksForUpdates).toBe(false)
    await client.application.changeSettings({ network: false })
    await expect(client.update.check()).rejects.toMatchObject({ code: 'OFFLINE' })
    await client.application.changeSettings({ network: true })
  }
  {
    await using assistant = await open()
    const client = inProcess(assistant)
    expect(seen).toEqual([])
    expect(await client.update.check()).toMatchObject({ outcome: 'newer', version: '99.0.0' })
    expect(seen).toEqual(['/latest.json'])
    // A week has not passed since, so that saying yes asks nobody yet.
    await client.application.changeSettings({ checksForUpdates: true })
  }
  {
    await using assistant = await open()
    const { settings } = assistant.session.store().app
    expect((await inProcess(assistant).update.state()).known).toMatchObject({ version: '99.0.0' })
    expect(seen).toHaveLength(1)
    settings.set('updateAskedAt', '2026-01-01T00:00:00.000Z')
    settings.set('network', false)
  }
  {
    await using assistant = await open()
    assistant.session.store().app.settings.set('network', true)
    expect(seen).toHaveLength(1)
  }
  await using assistant = await open()
  await eventually('the weekly check', async () => seen.length === 2)
  await eventually('its time', async () => {
    const askedAt = assistant.session.store().app.settings.get('updateAskedAt')
    return askedAt !== '2026-01-01T00:00:00.000Z'
  })
  const { host } = new URL(source.address)
  const entries = assistant.session
    .store()
    .app.ledger.list()
    .filter(({ kind }) => kind === 'update-asked')
  expect(entries.map(({ data }) => data)).toEqual([
    { host, weekly: false },
    { host, weekly: true },
  ])
})

test('a newer version that is known is not hidden by an older notice, signed as well, that somebody repeats', async () => {
  await using place = await temporaryFolder()
  using server = await updateServer()
  await using assistant = await assistantIn(place.path, server.source)
  const client = inProcess(assistant)
  await client.home.create({ passphrase: null })
  const { running } = await client.update.check()
  for (const repeated of ['98.0.0', running, '0.0.1']) {
    server.offers.version = repeated
    expect(await client.update.check()).toMatchObject({ outcome: 'newer', version: '99.0.0' })
    expect((await client.update.state()).known).toMatchObject({ outcome: 'newer', version: '99.0.0' })
  }
  server.offers.version = '100.0.0'
  expect(await client.update.check()).toMatchObject({ outcome: 'newer', version: '100.0.0' })
  const checks = await client.application.doctor()
  expect(checks.find(({ check }) => check === 'version')).toMatchObject({
    ok: true,
    detail: expect.stringContaining('version 100.0.0 is available: https://consilium.example/'),
  })
})

test('what a weekly check finds is neither fetched nor installed by itself', async () => {
  await using place = await temporaryFolder()
  await using server = await servePublisher('appimage')
  const file = join(place.path, 'Consilium.AppImage')
  await writeFile(file, 'the version that runs')
  const open = () => assistantIn(place.path, server.source, { CONSILIUM_PACKAGE: 'appimage', APPIMAGE: file })
  {
    await using assistant = await open()
    await inProcess(assistant).home.create({ passphrase: null })
    await inProcess(assistant).application.changeSettings({ checksForUpdates: true })
  }
  for (const _ of ['found', 'known']) {
    await using assistant = await open()
    const client = inProcess(assistant)
    const known = await eventually('the weekly check', async () => (await client.update.state()).known)
    expect(known).toMatchObject({ outcome: 'newer', file: { kind: 'appimage' } })
    await client.application.doctor()
  }
  expect(server.seen).toEqual(['/latest.json'])
  expect(await readdir(place.path)).not.toContain('.consilium-update')
  expect(await readFile(file, 'utf8')).toBe('the version that runs')
})
