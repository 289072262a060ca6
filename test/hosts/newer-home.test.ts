import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MESSAGES as GERMAN } from '../../wording/messages/de/messages.ts'
import { copyOlderHome, writtenByNewer } from '../homes/older-home.ts'
import { PASSPHRASE } from '../homes/written-home.ts'
import { browserHost, throughWebSocket } from './carriers.ts'
import { shortFolder } from './short-folder.ts'

const WHY = /newer version of Consilium.*Nothing was changed\. Install the newer version again/

test('a home of a newer version that opens by itself keeps the app from starting, which says why', async () => {
  await using place = await shortFolder()
  const home = await copyOlderHome('main-job-133a6736', join(place.path, 'home'))
  await writtenByNewer(home)
  await expect(browserHost(home)).rejects.toThrow(WHY)
})

test('a home of a newer version that is locked says at the passphrase why it does not open', async () => {
  await using place = await shortFolder()
  const home = await copyOlderHome('second-opinion-66e119f3', join(place.path, 'home'))
  await writtenByNewer(home)
  await using host = await browserHost(home)
  const { client } = throughWebSocket(host)
  const unlock = client.home.unlock({ passphrase: PASSPHRASE })
  // The window puts it into its own language by this key.
  await expect(unlock).rejects.toMatchObject({
    message: expect.stringMatching(WHY),
    data: { said: { key: 'failures.store.newerStore' }, tellsAll: true },
  })
  expect(GERMAN.failures.store.newerStore).toMatch(/neueren Version.*nichts geändert\. Installieren Sie/)
  expect((await client.application.status()).lock).toBe('locked')
})
