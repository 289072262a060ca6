import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createAssistant } from '../../assistant/assembly/create-assistant.ts'
import { programFiles } from '../../host/program-files.ts'
import { inProcess, ROOT } from '../hosts/carriers.ts'
import { eventually } from '../patience.ts'
import { temporaryFolder } from '../store/temporary-home.ts'

const publisher = generateKeyPairSync('ed25519')
const NOTICE = Buffer.from(
  JSON.stringify({
    format: 'consilium-update-1',
    version: '99.0.0',
    published: '2027-03-01',
    page: 'https://consilium.example/',
  }),
)

/** A server of the publisher's that counts who comes. */
async function updateServer() {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(request.url ?? '')
    const signature = sign(null, NOTICE, publisher.privateKey).toString('base64')
    response.end(JSON.stringify({ notice: NOTICE.toString('base64'), signature }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    seen,
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

test('nobody is asked for a newer version before the user says so, and then once a week at most', async () => {
  await using place = await temporaryFolder()
  using server = await updateServer()
  const { seen, source } = server
  const home = join(place.path, 'home')
  const environment = { CONSILIUM_MODELS: join(place.path, 'models'), CONSILIUM_THREADS: '1' }
  const options = { ...programFiles(ROOT, home), home, keychain: null, environment, readsOn: true }
  const open = () => createAssistant({ ...options, updateSource: source })
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
})
