import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { buildIfNeeded } from './build.ts'
import { findChromium } from './find-chromium.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const WIDTH = 1440
const HEIGHT = 900
const ANSWER_MS = 240_000

/** `npm run pictures`: the pictures of the README, from the real app on the sample matter with a real model. */
async function takePictures(): Promise<void> {
  await buildIfNeeded()
  const home = await mkdtemp(join(tmpdir(), 'consilium-pictures-'))
  const host = spawn(process.execPath, [join(ROOT, 'out/cli/main.js'), '--home', home, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CONSILIUM_MODELS: process.env.CONSILIUM_MODELS ?? join(ROOT, '.models') },
  })
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } })
    await page.goto(await firstUrl(host.stdout))
    await mkdir(join(ROOT, 'docs'), { recursive: true })
    await askFirstQuestion(page)
    await page.screenshot({ path: join(ROOT, 'docs/ask.png') })
    await page.getByRole('list', { name: 'Places' }).getByText('Library').click()
    await page.getByTestId('document').first().waitFor()
    await page.screenshot({ path: join(ROOT, 'docs/library.png') })
  } finally {
    await browser.close()
    host.kill('SIGTERM')
    await new Promise((resolve) => host.once('exit', resolve))
    await rm(home, { recursive: true, force: true })
  }
}

async function askFirstQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('button', { name: 'Ask', exact: true }).waitFor()
  const places = page.getByRole('list', { name: 'Places' })
  await places.getByText('Library').click()
  for (const index of [0, 1, 2, 3])
    await page.getByTestId('document').nth(index).getByText('ready').waitFor({ timeout: ANSWER_MS })
  await places.getByText('Ask').click()
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByTestId('claim').first().waitFor({ timeout: ANSWER_MS })
  await page.getByTestId('answer-state').waitFor({ timeout: ANSWER_MS })
  await page.getByTestId('citation').first().click()
  await page.getByTestId('highlight').first().waitFor()
  await page.waitForTimeout(1000)
}

async function firstUrl(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  return (JSON.parse(text.split('\n')[0] ?? '{}') as { url: string }).url
}

await takePictures()
