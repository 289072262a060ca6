import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findBrowser } from '../cli/serve/find-browser.ts'
import type { Measurement } from './measurement.ts'
import { median } from './quantiles.ts'
import { temporaryFolder } from './temporary-home.ts'

const RUNS = 5

/** From the command to a window that can be used (the question box or the first-start form is there), after the build. */
export async function* measureStart(): AsyncGenerator<Measurement> {
  await using folder = await temporaryFolder()
  const executablePath = findBrowser(process.env)
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge is here.')
  const ready: number[] = []
  const usable: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const startedMs = performance.now()
    const main = fileURLToPath(new URL('../out/cli/main.js', import.meta.url))
    const host = spawn(process.execPath, [main, '--home', join(folder.path, 'home'), 'serve', '--json'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    const launchedMs = performance.now()
    const url = await firstLine(host.stdout)
    ready.push(performance.now() - startedMs)
    const page = await browser.newPage()
    const openedMs = performance.now()
    await page.goto(url)
    await page.locator('[data-connection=open]').waitFor({ state: 'attached' })
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    // The browser was started beside the host; only the longer of the two counts.
    usable.push(Math.max(openedMs, launchedMs) - startedMs + (performance.now() - openedMs))
    await browser.close()
    host.kill('SIGTERM')
    await new Promise((resolve) => host.once('exit', resolve))
  }
  yield { bench: 'start', runs: RUNS, hostReadyMs: Math.round(median(ready)), usableMs: Math.round(median(usable)) }
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return (JSON.parse(text.split('\n')[0] ?? '{}') as { url: string }).url
}
