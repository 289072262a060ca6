import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../cli/serve/find-browser.ts'

const MAIN = fileURLToPath(new URL('../out/cli/main.js', import.meta.url))

export type OpenedWindow = AsyncDisposable & { readonly page: Page }

/** The built program on a home, and its window in a browser. */
export async function openWindow(home: string, size: { width: number; height: number }): Promise<OpenedWindow> {
  const executablePath = findBrowser(process.env)
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge is here.')
  const host = spawn(process.execPath, [MAIN, '--home', home, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CONSILIUM_PASSPHRASE: '' },
  })
  await using life = new AsyncDisposableStack()
  life.defer(async () => {
    host.kill('SIGTERM')
    if (host.exitCode === null) await once(host, 'exit')
  })
  const browser = life.adopt(await chromium.launch({ executablePath, args: ['--no-sandbox'] }), (one) => one.close())
  const page = await browser.newPage({ viewport: size })
  await page.goto(await urlOf(host))
  const opened = life.move()
  return { page, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

/** A command of the built program on a home. Throws where it fails. */
export async function runCommand(home: string, ...command: readonly string[]): Promise<void> {
  const run = spawn(process.execPath, [MAIN, '--home', home, ...command], { stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = (await once(run, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`Expected "${command.join(' ')}" to end with 0, got ${code}.`)
}

async function urlOf(host: ChildProcess): Promise<string> {
  if (!host.stdout) throw new Error('The host has no output.')
  for await (const line of createInterface({ input: host.stdout })) {
    const { type, url } = JSON.parse(line) as { type: string; url: string }
    if (type === 'ready') return url
  }
  throw new Error('The host ended before it was ready.')
}
