import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openInProcess } from '../../assistant/connection/open-in-process.ts'
import { awaitDocuments } from '../../cli/documents/jobs.ts'
import { createOutput } from '../../cli/output.ts'
import { programFiles } from '../../host/program-files.ts'
import { PATIENCE_MS } from '../patience.ts'
import { temporaryFolder } from '../store/temporary-home.ts'

const ROOT = new URL('../../', import.meta.url)
const QUIET = { write: () => true }

test('sample matters whose reading was cut off are read on by the next command', async () => {
  await using folder = await temporaryFolder()
  const home = join(folder.path, 'home')
  const environment = { CONSILIUM_MODELS: join(folder.path, 'models'), CONSILIUM_THREADS: '1' }
  const open = () => openInProcess({ ...programFiles(ROOT, home), home, keychain: null, environment, readsOn: false })
  {
    await using first = await open()
    await first.client.home.create({ passphrase: null })
    await first.client.matter.createSamples()
  }
  await using second = await open()
  const made = await second.client.matter.createSamples()
  const session = { output: createOutput(false, QUIET, QUIET), signal: AbortSignal.timeout(PATIENCE_MS) }
  for (const { matter } of made) {
    await awaitDocuments(session, second.client, matter)
    const documents = await second.client.library.documents({ matter })
    expect(documents.map(({ state }) => state)).toEqual(documents.map(() => 'ready'))
    expect(documents.length).toBeGreaterThan(1)
  }
})
