import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { buildIfNeeded } from './build.ts'
import { licenceVersions } from './licence-versions.ts'
import { findChromium } from './find-chromium.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const WIDTH = 1440
const HEIGHT = 900
const ANSWER_MS = 240_000

const PICTURES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  ask: askFirstQuestion,
  async 'case-sheet'(page) {
    await enterFacts(page)
    await page.getByRole('tab', { name: 'Case sheets' }).click()
    await page.getByRole('combobox', { name: 'What do you want to know?' }).fill('stroke risk')
    await page.keyboard.press('Enter')
    await page.getByTestId('sheet-result').waitFor()
    await page.waitForTimeout(1000)
  },
  packet: reviewPacket,
  'draft-check': checkDraft,
  compare: compareVersions,
}

/** `npm run pictures [NAME]`: the pictures of the README, from the real app on the sample matters with a real model. */
async function takePictures(only: string | undefined): Promise<void> {
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
    await page.getByRole('button', { name: 'Not now' }).click()
    for (const [name, show] of Object.entries(PICTURES)) {
      if (only && only !== name) continue
      await show(page)
      await page.screenshot({ path: join(ROOT, 'docs', `${name}.png`) })
    }
  } finally {
    await browser.close()
    host.kill('SIGTERM')
    await new Promise((resolve) => host.once('exit', resolve))
    await rm(home, { recursive: true, force: true })
  }
}

async function askFirstQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Ask', exact: true }).waitFor()
  const places = page.getByRole('list', { name: 'Places' })
  await places.getByText('Documents').click()
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

/** The discharge letter of the samples, as far as its facts are entered. */
async function enterFacts(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'A discharge letter' }).first().click()
  await page.getByRole('list', { name: 'Places' }).getByText('Facts').click()
  await page.getByRole('tab', { name: 'Facts' }).click()
  const pack = page.getByRole('switch', { name: /Atrial fibrillation/ })
  if ((await pack.getAttribute('aria-checked')) === 'false') await pack.click()
  const row = (label: string) => page.getByTestId('fact-row').filter({ has: page.getByText(label, { exact: true }) })
  await row('Date of birth').getByRole('textbox').fill('1948-02-11')
  await row('Sex').getByRole('combobox').selectOption('female')
  for (const [label, answer] of Object.entries(ANSWERS))
    await row(label).getByRole('button', { name: answer, exact: true }).click()
}

/** A packet about the first sample question, before its words are decided. Nothing is sent, and nobody is connected to. */
async function reviewPacket(page: Page): Promise<void> {
  const places = page.getByRole('list', { name: 'Places' })
  await places.getByText('Settings').click()
  await page.getByRole('tab', { name: 'Providers' }).click()
  await page.getByRole('button', { name: 'Add provider…' }).click()
  for (const [label, text] of Object.entries(PROVIDER)) await page.getByLabel(label, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByTestId('provider').waitFor()
  // Where it is the chosen matter already, nothing leads to it.
  const matter = page.getByRole('link', { name: 'A tenancy dispute' })
  if ((await matter.count()) > 0) await matter.first().click()
  else await places.getByText('Ask').click()
  const asked = page.getByRole('navigation').getByTitle('?')
  if ((await asked.count()) === 0) await askFirstQuestion(page)
  else await asked.first().click()
  await page.getByRole('link', { name: 'Second opinion…' }).click()
  await page.getByRole('button', { name: 'Prepare the outgoing text…' }).click()
  await page.getByTestId('panes').waitFor({ timeout: ANSWER_MS })
  await page.waitForTimeout(1000)
}

/** The skeleton argument of the tenant, with a finding beside its page. */
async function checkDraft(page: Page): Promise<void> {
  const matter = page.getByRole('link', { name: 'A tenancy dispute' })
  if ((await matter.count()) > 0) await matter.first().click()
  const places = page.getByRole('list', { name: 'Places' })
  await places.getByText('Documents').click()
  await page.locator('[data-testid=document][data-state=ready]').nth(3).waitFor({ timeout: ANSWER_MS })
  await places.getByText('Drafts').click()
  await page.getByTestId('add-draft').setInputFiles({
    name: 'Skeleton argument, draft 3.md',
    mimeType: 'text/markdown',
    buffer: await readFile(join(ROOT, 'test/assistant/drafts/skeleton-argument.md')),
  })
  await page.getByText('Checked today', { exact: false }).waitFor({ timeout: ANSWER_MS })
  await page.getByTestId('finding').filter({ hasText: 'three months' }).first().click()
  await page.getByTestId('highlight').first().waitFor()
  await page.waitForTimeout(1000)
}

/** Two versions of a licence, in a matter of their own. */
async function compareVersions(page: Page): Promise<void> {
  const { before, after } = await licenceVersions()
  const fileOf = (name: string, buffer: Buffer) => ({ name, buffer, mimeType: 'application/octet-stream' })
  await page.getByRole('list', { name: 'Places' }).waitFor()
  await page.getByRole('navigation').getByText('New matter…').click()
  await page.getByRole('textbox', { name: 'Name of the matter' }).fill('Licence of the yard')
  await page.keyboard.press('Enter')
  await page.getByTestId('matter-menu').filter({ hasText: 'Licence of the yard' }).waitFor()
  const places = page.getByRole('list', { name: 'Places' })
  await places.getByText('Documents').click()
  await page
    .getByTestId('add-files')
    .first()
    .setInputFiles([fileOf('Licence, draft 1.docx', before), fileOf('Licence, draft 2.docx', after)])
  await page.locator('[data-testid=document][data-state=ready]').nth(1).waitFor({ timeout: ANSWER_MS })
  await places.getByText('Drafts').click()
  await page.getByRole('tab', { name: 'Compare versions' }).click()
  await page.getByLabel('Earlier version').selectOption({ label: 'Licence, draft 1.docx' })
  await page.getByLabel('Later version').selectOption({ label: 'Licence, draft 2.docx' })
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.getByTestId('change').first().waitFor()
  await page.waitForTimeout(1000)
}

const PROVIDER = {
  Name: 'Meridian Cloud, Frankfurt',
  Address: 'https://models.example.org/v1',
  Model: 'meridian-large-2',
  Account: 'Marsh & Vale',
  'Data retention, as the provider states it':
    'deleted after 30 days, not used for training (its terms, read 12 May 2026)',
  'Key, if the provider requires one': 'invented-key-41c',
}

const ANSWERS = { 'Atrial fibrillation': 'yes', Hypertension: 'yes', Diabetes: 'no', 'Heart failure': 'no' }

/** Goes on reading: the host prints a new address once this one was used. */
function firstUrl(stream: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface({ input: stream })
  return new Promise((resolve) => lines.once('line', (line) => resolve((JSON.parse(line) as { url: string }).url)))
}

await takePictures(process.argv[2])
