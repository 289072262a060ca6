import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../cli/serve/find-browser.ts'

const MAIN = fileURLToPath(new URL('../../out/cli/main.js', import.meta.url))
const MATTER = 'Trial'

export type TriedWindow = AsyncDisposable & { readonly page: Page }

/** The built program on a home, and its window on the case sheets of a new matter, which uses no rules: what is answered counts there only. */
export async function openTriedWindow(home: string, size: { width: number; height: number }): Promise<TriedWindow> {
  const executablePath = findBrowser(process.env)
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge is here.')
  await once(spawn(process.execPath, [MAIN, '--home', home, 'matter', 'create', MATTER], { stdio: 'ignore' }), 'exit')
  const host = spawn(process.execPath, [MAIN, '--home', home, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CONSILIUM_PASSPHRASE: '' },
  })
  const life = new AsyncDisposableStack()
  life.defer(async () => {
    host.kill('SIGTERM')
    if (host.exitCode === null) await once(host, 'exit')
  })
  const browser = life.adopt(await chromium.launch({ executablePath, args: ['--no-sandbox'] }), (one) => one.close())
  try {
    const page = await browser.newPage({ viewport: size })
    await page.goto(await urlOf(host))
    await goToSheets(page)
    return { page, [Symbol.asyncDispose]: () => life.disposeAsync() }
  } catch (failure) {
    await life.disposeAsync()
    throw failure
  }
}

/** Through the palette to the matter. */
async function goToSheets(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Places' }).waitFor()
  await page.keyboard.press('ControlOrMeta+K')
  await page.keyboard.type(MATTER)
  await page.getByRole('dialog').getByText(MATTER).first().waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+3')
  await page.getByRole('combobox', { name: 'What do you want to know?' }).waitFor()
}

async function urlOf(host: ChildProcess): Promise<string> {
  if (!host.stdout) throw new Error('The host has no output.')
  for await (const line of createInterface({ input: host.stdout })) {
    const { type, url } = JSON.parse(line) as { type: string; url: string }
    if (type === 'ready') return url
  }
  throw new Error('The host ended before it was ready.')
}
