import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { VERSION } from '../../assistant/home/version.ts'
import { temporaryFolder } from '../store/temporary-home.ts'
import { NEW_PROGRAM, servePublisher, stalledAfter, type UpdatePublisher, whole } from './update-publisher.ts'
import { copyIn, download, OLD_PROGRAM, type Place, placeIn, programAt } from './updating-copy.ts'

const CHILD = fileURLToPath(new URL('children/update-step.ts', import.meta.url))

/** A step of an update in a process of its own, which ends itself before the given change to the disk. */
async function inChild(place: Place, server: UpdatePublisher, step: 'download' | 'install', killedAt = 0) {
  const child = fork(CHILD, [JSON.stringify({ ...place, source: server.source, step, killedAt })])
  onTestFinished(() => void child.kill('SIGKILL'))
  const progress = Promise.withResolvers<void>()
  child.on('message', () => progress.resolve())
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>
  return { child, exited, progress: progress.promise }
}

test('what a killed download has left is gone on with', async () => {
  await using folder = await temporaryFolder()
  await using server = await servePublisher('appimage')
  const place = await placeIn(folder.path)
  server.offers.answer = stalledAfter(1_000_000)
  const { child, exited, progress } = await inChild(place, server, 'download')
  await Promise.race([progress, exited])
  child.kill('SIGKILL')
  expect(await exited).toEqual([null, 'SIGKILL'])
  server.offers.answer = whole
  await using copy = await copyIn(place, server, 'appimage')
  const { client } = copy
  const { staged } = await client.update.state()
  expect(staged).toMatchObject({ ready: false })
  expect((await download(client))[0]).toMatchObject({ resumedAt: staged?.doneBytes })
  await client.update.install()
  expect((await programAt(place.file)).equals(NEW_PROGRAM)).toBe(true)
})

test('whenever an installation is killed, there is a whole program, and the next one ends as if nothing had been', async () => {
  await using server = await servePublisher('appimage')
  const ends: (string | null)[] = []
  while (ends.at(-1) !== null) {
    await using folder = await temporaryFolder()
    const place = await placeIn(folder.path)
    {
      await using copy = await copyIn(place, server, 'appimage')
      await copy.client.update.check()
      await download(copy.client)
    }
    const { exited } = await inChild(place, server, 'install', ends.length + 1)
    ends.push((await exited)[1])
    const isReplaced = (await programAt(place.file)).equals(NEW_PROGRAM)
    expect([OLD_PROGRAM, String(NEW_PROGRAM)]).toContain(String(await programAt(place.file)))
    await using copy = await copyIn(place, server, 'appimage')
    const { client } = copy
    expect((await client.update.state()).previous).toEqual(isReplaced ? { version: VERSION, isRunning: true } : null)
    if (!isReplaced) await client.update.install()
    expect((await programAt(place.file)).equals(NEW_PROGRAM)).toBe(true)
    await client.update.goBack()
    expect(String(await programAt(place.file))).toBe(OLD_PROGRAM)
  }
  // Before its rights are set, it gets its second name, it is replaced, and what is left over is swept.
  expect(ends).toEqual(['SIGKILL', 'SIGKILL', 'SIGKILL', 'SIGKILL', null])
})
