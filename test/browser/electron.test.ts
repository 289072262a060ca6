import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { isAlive } from '../../processes/system-processes.ts'
import { buildIfNeeded } from '../../scripts/build.ts'
import { programIn } from '../../scripts/electron/electron-program.ts'

// One window for the whole file, as a person would go on.
test.describe.configure({ mode: 'serial' })

const APP = fileURLToPath(new URL('../../', import.meta.url))
const PROGRAM = programIn(
  process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(APP, 'node_modules/electron/dist'),
  process.platform,
)
const PASSPHRASE = 'marlowe in the rain'
/** Chromium has no sandbox for root. */
const WORDS = process.getuid?.() === 0 ? ['--no-sandbox', APP] : [APP]
let home: string
let app: ElectronApplication
let page: Page

/** Why there is nothing to try here. */
function missing(): string | null {
  if (PROGRAM === null) return "Electron's program is not here: `npm start` fetches it"
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY ? 'there is no display' : null
}

const environment = () => ({
  ...(process.env as Record<string, string>),
  CONSILIUM_HOME: home,
  CONSILIUM_MODELS: join(home, 'no-models'),
})

test.beforeAll(async () => {
  const why = missing()
  test.skip(why !== null, why ?? '')
  await buildIfNeeded()
  home = await mkdtemp(join(tmpdir(), 'consilium-electron-'))
  app = await _electron.launch({ executablePath: PROGRAM ?? '', args: WORDS, env: environment() })
  page = await app.firstWindow()
})

test.afterAll(async () => {
  await app?.close()
  if (home) await rm(home, { recursive: true, force: true, maxRetries: 5 })
})

const goTo = (place: string) => page.getByRole('list', { name: 'Places' }).getByRole('link', { name: place }).click()
const locked = () => page.getByRole('heading', { name: /Consilium is locked/ })

async function unlock(): Promise<void> {
  // Typed at once, it may still reach the engine that is going; a person would type it again.
  await expect(async () => {
    await page.getByLabel('Passphrase').fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(locked()).toBeHidden({ timeout: 10_000 })
  }).toPass()
}

/** Of Electron's own list: the engine is a utility process of ours. Throws where it lists none: 0 would be this process and its group. */
const enginePid = () =>
  app.evaluate(({ app: main }) => {
    const engine = main.getAppMetrics().find(({ name }) => name === 'Consilium engine')
    if (!engine) throw new Error('Electron lists no engine.')
    return engine.pid
  })

test('the first start asks how the data is to be protected, and leads to a question', async () => {
  expect(page.url()).toBe('app://ui/')
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Repeat passphrase').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Use this passphrase' }).click()
  await expect(page.getByRole('heading', { name: /ask the first question now/ })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Places' })).toContainText('Documents4')
})

test('a question finds its evidence, and a source opens its page with the passage marked', async () => {
  // Asked before the lease is read, it would find only what is read.
  await goTo('Documents')
  await expect(page.locator('[data-testid=document][data-state=ready]')).toHaveCount(4)
  await goTo('Ask')
  const question = page.getByRole('textbox', { name: /^Question about/ })
  await question.fill('When may the tenant break the lease, and how is notice given?')
  await question.press('Enter')
  await expect(page.getByTestId('answer').first()).toHaveAttribute('data-state', 'extractive')
  await page.getByTestId('evidence').getByText('S1', { exact: true }).click()
  await expect(page.getByTestId('highlight').first()).toBeVisible()
})

test("a document that is chosen in the system's dialog is read", async () => {
  await goTo('Documents')
  const row = page.getByTestId('document').filter({ hasText: 'chosen.txt' })
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Add files…' }).first().click()
  await (await chosen).setFiles({
    name: 'chosen.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('The keys are here.'),
  })
  // The samples take no documents of others.
  await page.getByRole('dialog', { name: 'New matter with 1 file' }).getByRole('button', { name: 'Create' }).click()
  await expect(row).toHaveAttribute('data-state', 'ready')
})

test('the page stays where it is: no other address opens, and a reload keeps its place', async () => {
  await page.evaluate(() => window.location.assign('https://example.org/'))
  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true)
  expect(page.url()).toBe('app://ui/')
  await page.reload()
  await expect(page.getByTestId('document').filter({ hasText: 'chosen.txt' })).toBeVisible()
})

test('an engine that is killed is started again, locked, and the window goes on', async () => {
  const before = await enginePid()
  process.kill(before, 'SIGKILL')
  await expect(locked()).toBeVisible()
  expect(await enginePid()).not.toBe(before)
  await unlock()
  await expect(page.getByTestId('document').filter({ hasText: 'chosen.txt' })).toBeVisible()
})

test('locking leaves nothing of the matters on the screen', async () => {
  await goTo('Settings')
  await page.getByRole('tab', { name: 'Encryption' }).click()
  await page.getByRole('button', { name: 'Lock now' }).click()
  await expect(locked()).toBeVisible()
  expect(await page.locator('body').innerText()).not.toContain('tenancy')
  await unlock()
})

test('a second start on the same home ends and opens no second window', async () => {
  const second = spawn(PROGRAM ?? '', WORDS, { env: environment(), stdio: 'ignore' })
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
  expect(app.windows()).toHaveLength(1)
})

test('closing the window ends the engine', async () => {
  const pid = await enginePid()
  await app.close()
  await expect.poll(() => isAlive(pid)).toBe(false)
})
