import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { VERSION } from '../../assistant/home/version.ts'
import { copyOlderHome } from '../homes/older-home.ts'
import { eventually } from '../patience.ts'
import { smallDisk } from '../store/small-disk.ts'
import { temporaryFolder } from '../store/temporary-home.ts'
import { NEW_PROGRAM, servePublisher, stalledAfter, STRANGER, type UpdatePublisher, whole } from './update-publisher.ts'
import { copyIn, download, OLD_PROGRAM, placeIn, programAt, publishedTo, refusal } from './updating-copy.ts'

test('a newer version comes when it is asked for, is checked, takes the place of the AppImage, and can be taken back', async () => {
  await using folder = await temporaryFolder()
  await using server = await servePublisher('appimage')
  const place = await placeIn(folder.path)
  await chmod(place.file, 0o750)
  // As it lies in a menu: what is replaced is what the link leads to, and both names stay.
  const named = join(folder.path, 'consilium')
  await symlink(place.file, named)
  await using copy = await copyIn({ ...place, file: named }, server, 'appimage')
  const { client } = copy

  expect(await refusal(() => download(client))).toEqual(['WRONG_USE', expect.stringMatching(/Check for updates first/)])
  const { file } = await client.update.check()
  expect(file).toMatchObject({ kind: 'appimage', name: 'Consilium-99.0.0.package', bytes: NEW_PROGRAM.length })
  expect(await refusal(() => client.update.install())).toEqual([
    'WRONG_USE',
    expect.stringMatching(/not been downloaded yet/),
  ])
  expect([server.seen, await readdir(place.apps)]).toEqual([['/latest.json'], ['Consilium.AppImage']])

  const events = await download(client)
  expect([events[0], events.at(-1)]).toMatchObject([
    { type: 'model-start', bytes: NEW_PROGRAM.length, resumedAt: 0 },
    { type: 'model-end', id: '99.0.0' },
  ])
  expect(server.seen).toEqual(['/latest.json', '/files/Consilium-99.0.0.package'])
  expect((await client.update.state()).staged).toMatchObject({ ready: true, doneBytes: NEW_PROGRAM.length })
  expect(String(await programAt(place.file))).toBe(OLD_PROGRAM)

  expect(await client.update.install()).toMatchObject({ way: 'replaced', version: '99.0.0' })
  expect((await programAt(place.file)).equals(NEW_PROGRAM)).toBe(true)
  expect((await stat(place.file)).mode & 0o777).toBe(0o750)
  expect(await readdir(join(place.apps, '.consilium-update'))).toEqual([`previous-${VERSION}.AppImage`])
  expect(await client.update.state()).toMatchObject({ staged: null, previous: { version: VERSION, isRunning: true } })

  expect(await client.update.goBack()).toEqual({ version: VERSION, copies: null })
  expect(String(await programAt(place.file))).toBe(OLD_PROGRAM)
  expect((await client.update.state()).previous).toBeNull()
  expect((await refusal(() => client.update.goBack()))[0]).toBe('WRONG_USE')
  const entries = copy.ledger().filter(({ kind }) => kind.startsWith('update-'))
  const host = new URL(server.source.address).host
  expect(entries.map(({ kind, data }) => [kind, data])).toEqual([
    ['update-asked', { host, weekly: false }],
    ['update-fetch-begun', { version: '99.0.0', host }],
    ['update-installed', { version: '99.0.0', from: VERSION, sha256: server.offers.sha256 }],
    ['update-undone', { version: VERSION, from: VERSION }],
  ])
})

test('a download that is cut, and one that is stopped, go on where they were', async () => {
  await using published = await publishedTo('appimage')
  const { server, place, client } = published
  await client.update.check()

  server.offers.answer = stalledAfter(1_000_000)
  const stop = new AbortController()
  const stopped = client.update.download(undefined, { signal: stop.signal })
  const reading = (async () => {
    for await (const event of await stopped) if (event.type === 'model-progress') stop.abort()
  })()
  expect((await refusal(() => reading))[0]).not.toBe('DAMAGED')
  const { staged } = await client.update.state()
  expect(staged?.ready).toBe(false)
  expect(staged?.doneBytes).toBeGreaterThan(0)
  expect((await refusal(() => client.update.install()))[1]).toMatch(/not been downloaded yet/)

  let calls = 0
  server.offers.answer = (request, response) => {
    calls += 1
    if (calls > 1) return whole(request, response)
    stalledAfter(500_000)(request, response)
    setTimeout(() => request.socket.destroy(), 50)
  }
  const events = await download(client)
  expect(events[0]).toMatchObject({ resumedAt: staged?.doneBytes })
  const [first, second] = server.ranges.slice(-2).map((range) => Number(/\d+/.exec(range ?? '')?.[0]))
  expect(first).toBe(staged?.doneBytes)
  expect(second).toBeGreaterThan(first ?? 0)
  await client.update.install()
  expect((await programAt(place.file)).equals(NEW_PROGRAM)).toBe(true)
})

test('a copy that was just taken back is not updated again before it was started anew', async () => {
  await using published = await publishedTo('appimage')
  const { place, client } = published
  await client.update.check()
  await download(client)
  await client.update.install()
  await client.update.goBack()
  expect((await programAt(place.file)).toString()).toBe(OLD_PROGRAM)
  await download(client)
  expect((await refusal(() => client.update.install()))[1]).toMatch(/start it again/)
  expect((await programAt(place.file)).toString()).toBe(OLD_PROGRAM)
})

test('a folder that leads elsewhere, or that others can write to, is neither emptied nor used', async () => {
  await using folder = await temporaryFolder()
  await using server = await servePublisher('appimage')
  const place = await placeIn(folder.path)
  const kept = join(folder.path, 'elsewhere', '1.2.3')
  await mkdir(kept, { recursive: true })
  const staging = join(dirname(place.file), '.consilium-update')
  await symlink(dirname(kept), staging)
  await using copy = await copyIn(place, server, 'appimage')
  await copy.client.update.check()
  expect((await refusal(() => download(copy.client)))[1]).toMatch(/is a link/)
  expect(await readdir(dirname(kept))).toEqual(['1.2.3'])
  await rm(staging)
  await mkdir(staging)
  await chmod(staging, 0o777)
  expect((await refusal(() => download(copy.client)))[1]).toMatch(/written by others/)
})

const unchanged = new RegExp(`Version ${VERSION.replaceAll('.', '\\.')} is unchanged`)

test.for<[string, (server: UpdatePublisher) => unknown, string, RegExp]>([
  [
    'has other bytes',
    ({ offers }) =>
      (offers.answer = (_request, response) => response.end(Buffer.alloc(NEW_PROGRAM.length, 'something else'))),
    'DAMAGED',
    /It was deleted/,
  ],
  [
    'is not there',
    ({ offers }) => (offers.answer = (_, response) => response.writeHead(404).end()),
    'FETCH_FAILED',
    /no such file/,
  ],
  [
    'is longer than it should be',
    ({ offers }) => (offers.answer = (_, response) => response.end(Buffer.concat([NEW_PROGRAM, NEW_PROGRAM]))),
    'FETCH_FAILED',
    /instead of/,
  ],
  [
    'lies at an address without encryption',
    ({ offers }) =>
      (offers.answer = (_, response) => response.writeHead(302, { location: 'http://localhost:9/x' }).end()),
    'FETCH_FAILED',
    /unencrypted|encrypt/,
  ],
])('a file that %s is refused in plain words, and this version stays', async ([, change, code, words]) => {
  await using published = await publishedTo('appimage')
  const { server, place, client } = published
  await client.update.check()
  change(server)
  const refused = await refusal(() => download(client))
  expect(refused).toEqual([code, expect.stringMatching(words)])
  expect(refused[1]).toMatch(unchanged)
  expect((await refusal(() => client.update.install()))[0]).toBe('WRONG_USE')
  expect(String(await programAt(place.file))).toBe(OLD_PROGRAM)
  server.offers.answer = whole
  await download(client)
  await client.update.install()
})

test.for<[string, (server: UpdatePublisher) => unknown, string]>([
  ['signed by a stranger', ({ offers }) => (offers.by = STRANGER), 'DAMAGED'],
  ['of an older version', ({ offers }) => (offers.version = '0.0.1'), ''],
  ['of this version', ({ offers }) => (offers.version = VERSION), ''],
  [
    'with a file at another place, not encrypted',
    ({ offers }) => (offers.address = 'http://elsewhere.example/x'),
    'FETCH_FAILED',
  ],
  ['with a file without a name', ({ offers }) => (offers.address = 'files/'), 'FETCH_FAILED'],
  ['with a file of a hostile name', ({ offers }) => (offers.address = 'files/%2e%2e%2fx'), 'FETCH_FAILED'],
])('after a notice %s nothing is fetched and nothing installed', async ([, change, code]) => {
  await using published = await publishedTo('appimage')
  const { server, place, client } = published
  change(server)
  expect((await refusal(() => client.update.check()))[0]).toBe(code)
  for (const work of [() => download(client), () => client.update.install()])
    expect(await refusal(work)).toEqual(['WRONG_USE', expect.stringMatching(/older version is never installed/)])
  expect(server.seen).toEqual(['/latest.json'])
  expect(await readdir(place.apps)).toEqual(['Consilium.AppImage'])
})

test('a file that was changed after it was checked is neither run nor kept', async () => {
  await using published = await publishedTo('appimage')
  const { place, client } = published
  await client.update.check()
  await download(client)
  const { path = '' } = (await client.update.state()).staged ?? {}
  await writeFile(path, Buffer.alloc(NEW_PROGRAM.length, 'planted'))
  expect(await refusal(() => client.update.install())).toEqual([
    'DAMAGED',
    expect.stringMatching(/changed after it was checked\. It was deleted and not run/),
  ])
  expect(String(await programAt(place.file))).toBe(OLD_PROGRAM)
  expect((await client.update.state()).staged).toBeNull()
})

test('with the network off nothing is fetched, and only one download of a file goes on at a time', async () => {
  await using folder = await temporaryFolder()
  await using server = await servePublisher('appimage')
  await using copy = await copyIn(await placeIn(folder.path), server, 'appimage')
  const { client } = copy
  await client.update.check()
  await client.application.changeSettings({ network: false })
  expect((await refusal(() => download(client)))[0]).toBe('OFFLINE')
  expect(server.seen).toEqual(['/latest.json'])
  await client.application.changeSettings({ network: true })
  server.offers.answer = stalledAfter(10)
  const stop = new AbortController()
  const first = refusal(async () => Array.fromAsync(await client.update.download(undefined, { signal: stop.signal })))
  await eventually('the first download', async () => server.seen.length === 2)
  expect((await refusal(() => download(client)))[0]).toBe('IN_USE')
  stop.abort()
  await first
  server.offers.answer = whole
  await download(client)
})

test('a disk that is too small is said before anything is changed', async ({ skip }) => {
  const small = await smallDisk()
  if (typeof small === 'string') return skip(small)
  await using disk = small
  await using server = await servePublisher('appimage')
  const place = await placeIn(disk.path, disk.disk)
  await using copy = await copyIn(place, server, 'appimage')
  const { client } = copy
  await client.update.check()
  const full = await refusal(() => download(client))
  expect(full).toEqual(['NO_SPACE', expect.stringMatching(/needs 3\.0 MB more on the disk.*Free .*then continue/)])
  expect(full[1]).toMatch(unchanged)
  expect(String(await programAt(place.file))).toBe(OLD_PROGRAM)
})

test('a folder that may only be read is said, with what to do', async ({ skip }) => {
  const small = await smallDisk()
  if (typeof small === 'string') return skip(small)
  await using disk = small
  await using server = await servePublisher('appimage')
  const place = await placeIn(disk.path, disk.disk)
  execFileSync('mount', ['-o', 'remount,ro', disk.disk])
  await using copy = await copyIn(place, server, 'appimage')
  await copy.client.update.check()
  expect(await refusal(() => download(copy.client))).toEqual([
    'READ_ONLY',
    expect.stringMatching(/cannot be written to\. Nothing was changed\. Move Consilium/),
  ])
})

test('going back after the newer version has changed the data says where the data lies as it was', async () => {
  await using folder = await temporaryFolder()
  await using server = await servePublisher('appimage')
  const place = await placeIn(folder.path)
  const kept = join(place.apps, '.consilium-update')
  await mkdir(kept)
  await writeFile(join(kept, 'previous-0.0.1.AppImage'), 'an older version')
  const home = await copyOlderHome('main-job-133a6736', place.home)
  await using copy = await copyIn({ ...place, home }, server, 'appimage')
  const { client } = copy
  expect((await client.update.state()).previous).toEqual({ version: '0.0.1', isRunning: false })
  expect(await client.update.goBack()).toEqual({ version: '0.0.1', copies: join(home, 'before-migration') })
  expect(String(await programAt(place.file))).toBe('an older version')
})

test('the package of a system is given to that system, checked, and to nothing else', async ({ skip }) => {
  if (process.platform !== 'linux') return skip('the stand-in for the opener is a shell script of Linux')
  await using published = await publishedTo('deb')
  const { folder, place, copy, client } = published
  await client.update.check()
  await download(client)
  const path = join(place.home, 'updates/99.0.0/Consilium-99.0.0.package')

  onTestFinished(() => void vi.unstubAllEnvs())
  const bin = join(folder, 'bin')
  await mkdir(bin)
  vi.stubEnv('PATH', bin)
  expect(await refusal(() => client.update.install())).toEqual([
    'NOT_FOUND',
    expect.stringContaining(`checked and complete; open it yourself: ${path}`),
  ])
  const opened = join(folder, 'opened')
  await writeFile(
    join(bin, 'xdg-open'),
    `#!/bin/sh\nprintf %s "$1" > ${opened}.part && mv ${opened}.part ${opened}\n`,
    {
      mode: 0o755,
    },
  )
  vi.unstubAllEnvs()
  vi.stubEnv('PATH', `${bin}${delimiter}${process.env.PATH ?? ''}`)
  expect(await client.update.install()).toEqual({ way: 'opened', kind: 'deb', version: '99.0.0', path })
  const given = await eventually('the opener', () => readFile(opened, 'utf8').catch(() => null))
  expect(given).toBe(path)
  expect(copy.ledger().at(-1)).toMatchObject({ kind: 'update-handed-over' })
  expect(String(await programAt(place.file))).toBe(OLD_PROGRAM)
  expect((await refusal(() => client.update.goBack()))[0]).toBe('WRONG_USE')
})

test('a copy that is no package, or of a kind that is not offered, says how it is updated', async () => {
  await using published = await publishedTo('dmg', 'deb')
  const { client } = published
  expect(await client.update.check()).toMatchObject({ outcome: 'newer', file: null })
  expect(await refusal(() => download(client))).toEqual([
    'WRONG_USE',
    expect.stringMatching(/cannot install version 99\.0\.0 here by itself.*Download the new version from https:/),
  ])
})
