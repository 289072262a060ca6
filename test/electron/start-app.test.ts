import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { startApp } from '../../electron/start-app.ts'
import { connectAssistant } from '../../renderer/connection/connect-assistant.ts'
import { ConnectionLostError } from '../../renderer/connection/browser-socket.ts'
import { createEnginePorts } from '../../renderer/connection/open-connection.ts'
import type { StandInWindow } from './stand-in/browser-window.ts'
import { createElectron } from './stand-in/create-electron.ts'

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'consilium-electron-'))
  await build({
    entryPoints: [root('electron/preload.ts')],
    outfile: join(folder, 'preload.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['electron'],
  })
  await writeFile(join(folder, 'index.html'), '<style nonce="__CSP_NONCE__"></style>')
})
afterAll(() => rm(folder, { recursive: true }))

/** The host with its real engine, real preload and the page's real connection; only Electron itself is a stand-in. */
async function open(options: { readonly engine?: string; readonly samplesFolder?: string } = {}) {
  const { electron, app, seen } = createElectron()
  const home = await mkdtemp(join(folder, 'home-'))
  await startApp(electron, {
    home,
    platform: 'linux',
    files: {
      engine: options.engine ?? root('assistant/engine.ts'),
      preload: join(folder, 'preload.cjs'),
      pageFolder: folder,
      samplesFolder: options.samplesFolder ?? root('samples'),
    },
    onErrorText: () => {},
  })
  const window = seen.windows[0] as StandInWindow
  onTestFinished(async () => {
    if (!window.isDestroyed()) window.close()
    await seen.quit.promise
  })
  return { app, home, seen, window }
}

/** Runs the page's own connection in the page that loads next. */
function connectOnLoad({ webContents }: StandInWindow): Promise<ReturnType<typeof connectAssistant>> {
  return new Promise((resolve) => {
    webContents.runPage = (page) => {
      const ports = createEnginePorts(page as unknown as Window)
      resolve(connectAssistant(ports.open))
    }
  })
}

async function openConnected() {
  const host = await open()
  return { ...host, connection: await connectOnLoad(host.window) }
}

describe('the window', () => {
  test('asks the engine through its own port, of which it gets one for each load', async () => {
    const { home, window, connection, seen } = await openConnected()
    expect(await connection.client.application.status()).toMatchObject({ home, lock: 'new' })
    expect(connection.state).toEqual({ state: 'open' })
    await expect.poll(() => window.webContents.portsGiven).toBe(1)

    // The page may ask before its load has ended or after it.
    for (const loadMs of [0, 50]) {
      const loaded = once(window.webContents, 'did-finish-load')
      Object.assign(window.webContents, { loadMs })
      const next = connectOnLoad(window)
      window.reload()
      expect(await (await next).client.matter.samples()).toHaveLength(2)
      await loaded
      expect([loadMs, window.webContents.portsGiven]).toEqual([loadMs, 1])
    }
    expect(seen.errors).toEqual([])
  })

  test('is told why the engine died, and goes on with the next one', async () => {
    const { app, connection } = await openConnected()
    await connection.client.application.status()
    const events = await connection.client.application.events()
    const broken = (async () => {
      for await (const event of events) if (event.type === ('never' as string)) break
    })().catch((error: unknown) => error)
    const states: unknown[] = []
    connection.onState(() => states.push(connection.state))

    process.kill(enginePid(app), 'SIGKILL')
    expect(await broken).toEqual(new ConnectionLostError('killed from outside'))
    expect(await connection.client.application.status()).toMatchObject({ lock: 'new' })
    expect(states).toEqual([{ state: 'lost', reason: 'killed from outside' }, { state: 'open' }])
  })

  test('gets another port when it lost one while the engine lives, and none twice', async () => {
    const { window, connection } = await openConnected()
    await connection.client.application.status()
    const { webContents } = window
    const frame = { origin: 'app://ui', parent: null }
    webContents.ipc.emit('want-engine-port', { senderFrame: frame }, 0)
    expect(webContents.portsGiven).toBe(1)
    webContents.ipc.emit('want-engine-port', { senderFrame: frame }, 1)
    expect(webContents.portsGiven).toBe(2)
    await expect.poll(() => connection.state).toEqual({ state: 'lost', reason: 'the engine was started again' })
    expect(await connection.client.application.status()).toMatchObject({ lock: 'new' })
  })

  test('alone may ask: a frame of another origin, or inside the page, gets nothing', async () => {
    const { window, connection } = await openConnected()
    await connection.client.application.status()
    for (const senderFrame of [
      { origin: 'https://example.org', parent: null },
      { origin: 'app://ui', parent: {} },
      null,
    ])
      window.webContents.ipc.emit('want-engine-port', { senderFrame }, 1)
    expect(window.webContents.portsGiven).toBe(1)
    // A message of a frame inside the page does not pass the preload.
    window.webContents.page.say('want-engine-port', {})
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(window.webContents.portsGiven).toBe(1)
  })

  test('hears that the engine failed for good, and starts it again on request', async () => {
    const samplesFolder = join(folder, 'works-now')
    const engine = fileURLToPath(new URL('children/failing-engine.ts', import.meta.url))
    const { window } = await open({ engine, samplesFolder })
    const connection = await connectOnLoad(window)
    await expect.poll(() => connection.state).toEqual({ state: 'failed', reason: 'exit code 3' })
    await writeFile(samplesFolder, '')
    connection.restart()
    await expect.poll(() => connection.state).toEqual({ state: 'open' })
  })

  test('is sandboxed, without Node, and has the paths of dropped files from its host', async () => {
    const { window, home } = await open({ engine: QUIET_ENGINE })
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    })
    await expect.poll(() => window.isShown).toBe(true)
    const { host } = window.webContents.page
    expect([host?.kind, host?.hasKeychain, host?.pathFor({ path: '/cases/a.pdf' })]).toEqual([
      'electron',
      true,
      '/cases/a.pdf',
    ])
    window.close()
    expect(JSON.parse(await readFile(join(home, 'window.json'), 'utf8'))).toMatchObject({ x: 40, width: 1200 })
  })

  test('is loaded again when its process dies', async () => {
    const { window, connection } = await openConnected()
    await connection.client.application.status()
    const next = connectOnLoad(window)
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(await (await next).client.application.status()).toMatchObject({ lock: 'new' })
  })
})

describe('the app', () => {
  test('serves its page from app://ui only', async () => {
    const { seen } = await open({ engine: QUIET_ENGINE })
    const response = await seen.session.handlers.page?.(new Request('app://ui/'))
    expect(response?.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await response?.text()).not.toContain('__CSP_NONCE__')
  })

  test('quits when its window closes, after the engine has ended', async () => {
    const { app, window, connection, seen } = await openConnected()
    await connection.client.application.status()
    const pid = enginePid(app)
    window.close()
    await seen.quit.promise
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  test('keeps all of Chromium in the home and does what must be done before Electron is ready', async () => {
    const { seen, home } = await open({ engine: QUIET_ENGINE })
    expect(seen.paths).toEqual({ userData: join(home, 'window') })
    expect(seen.steps).toEqual(['sandbox', 'scheme', 'ready'])
    expect(seen.switches).toContain('disable-background-networking')
    expect(seen.switches).toContain('host-resolver-rules')
  })

  test('shows the first window instead of opening a second', async () => {
    const { app, window } = await open({ engine: QUIET_ENGINE })
    app.emit('second-instance')
    expect(window.wasFocused).toBe(true)

    const second = createElectron({ isFirst: false })
    const home = await mkdtemp(join(folder, 'home-'))
    await startApp(second.electron, { home, platform: 'linux', files: NO_FILES, onErrorText: () => {} })
    await second.seen.quit.promise
    expect([second.seen.windows, second.seen.steps]).toEqual([[], ['sandbox', 'scheme']])
    expect(existsSync(join(home, 'keychain.bin'))).toBe(false)
  })

  test('says why it cannot start', async () => {
    const { electron, seen } = createElectron()
    const home = join(folder, 'preload.cjs', 'home')
    await startApp(electron, { home, platform: 'linux', files: NO_FILES, onErrorText: () => {} })
    expect(seen.errors).toEqual([expect.stringMatching(/^Consilium could not start: ENOTDIR/)])
    expect(seen.steps.at(-1)).toBe('exit 1')
  })
})

const QUIET_ENGINE = fileURLToPath(new URL('children/obedient-child.ts', import.meta.url))
const NO_FILES = { engine: '', preload: '', pageFolder: '', samplesFolder: '' }

/** The engine is the youngest child that the stand-in for Electron started. */
function enginePid(app: ReturnType<typeof createElectron>['app']): number {
  return app.utilityPids.at(-1) ?? 0
}
