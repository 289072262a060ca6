import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { listenOnSocket } from '../../assistant/connection/listen-on-socket.ts'
import { createContractHandler, speakContract } from '../../assistant/connection/speak-contract.ts'
import { createAssistant } from '../../assistant/assembly/create-assistant.ts'
import { programFiles } from '../../host/program-files.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { NEW_PROGRAM, servePublisher, STRANGER } from '../assistant/update-publisher.ts'
import { copyOlderHome, writtenByNewer } from '../homes/older-home.ts'
import { inProcess, ROOT } from '../hosts/carriers.ts'
import { shortFolder } from '../hosts/short-folder.ts'
import { expectOneError } from './expect-one-error.ts'
import { runCommand } from './run-command.ts'

beforeAll(() => buildIfNeeded().then(() => {}), 240_000)

test('update says which version this is, where the data was copied to, and how a copy without an address is updated', async () => {
  await using place = await shortFolder()
  const home = await copyOlderHome('main-job-133a6736', join(place.path, 'home'))
  const { code, out, err } = await runCommand(['update'], { home })
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^Version \d+\.\d+\.\d+\n/)
  expect(out).toContain(`your data was copied to ${join(home, 'before-migration')} (`)
  expect(out).toMatch(
    /built without an update address, .*\. No connection was made\. To update, install a newer version/,
  )
  const { lines } = await runCommand(['update', '--json'], { home })
  expect(lines).toMatchObject([{ host: null, known: null, copies: { files: 1 } }])
  const checks = (await runCommand(['doctor', '--json'], { home })).lines
  expect(checks.find(({ check }) => check === 'version')).toMatchObject({
    ok: true,
    detail: expect.stringContaining(join(home, 'before-migration')),
  })
})

test('a home that a newer version wrote is refused on the command line with what to do', async () => {
  await using place = await shortFolder()
  const home = await copyOlderHome('main-job-133a6736', join(place.path, 'home'))
  await writtenByNewer(home)
  const refused = await runCommand(['matter', 'list', '--json'], { home })
  expectOneError(refused, 'WRONG_USE')
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('Install the newer version again')])
})

test('a copy that was built without an address has nothing to download, to install or to go back to, and says so', async () => {
  await using place = await shortFolder()
  const home = join(place.path, 'home')
  for (const word of ['download', 'install', 'back']) {
    const refused = await runCommand(['update', word, '--json'], { home })
    expectOneError(refused, 'WRONG_USE')
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('Nothing was changed.')])
  }
})

test('beside an open app, the command line fetches a newer version, installs it, and goes back', async () => {
  await using place = await shortFolder()
  await using server = await servePublisher('appimage')
  const file = join(place.path, 'Consilium.AppImage')
  await writeFile(file, 'the version that runs', { mode: 0o755 })
  const home = join(place.path, 'home')
  // The app's engine, but for its address and key, which no copy has yet.
  await using assistant = await createAssistant({
    ...programFiles(ROOT, home),
    home,
    keychain: null,
    environment: { CONSILIUM_PACKAGE: 'appimage', APPIMAGE: file, CONSILIUM_THREADS: '1' },
    readsOn: false,
    updateSource: server.source,
  })
  await inProcess(assistant).home.create({ passphrase: null })
  await using _socket = await listenOnSocket(
    home,
    speakContract(
      createContractHandler(() => {}),
      assistant,
    ),
  )
  const run = (...words: string[]) => runCommand(['update', ...words], { home })

  server.offers.by = STRANGER
  const { code, err } = await run()
  expect([code, err]).toEqual([1, expect.stringMatching(/not signed by the publisher of this copy/)])
  server.offers.by = server.publisher
  expect((await run()).out).toMatch(
    /Version 99\.0\.0 of .* is available: https.*\nTo fetch it \(3\.0 MB\): consilium update download/,
  )
  expect((await run('download')).out).toMatch(
    /^99\.0\.0 is downloaded and checked\. To install it: consilium update install/,
  )
  expect((await run()).out).toMatch(/It is downloaded\. To install it: consilium update install\n$/)
  expect((await run('install')).out).toMatch(
    /^Version 99\.0\.0 is installed as .*Consilium\.AppImage\. Close Consilium/,
  )
  expect((await readFile(file)).equals(NEW_PROGRAM)).toBe(true)
  expect((await run()).out).toMatch(
    /A newer version is installed and starts the next time\. To go back: consilium update back\n$/,
  )
  expect((await run('back')).out).toMatch(/^Version \d+\.\d+\.\d+ starts the next time\.\n$/)
  expect(await readFile(file, 'utf8')).toBe('the version that runs')
})
