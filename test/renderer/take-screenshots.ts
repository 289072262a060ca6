import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, chromium, type Page } from '@playwright/test'
import { buildIfNeeded } from '../../scripts/build.ts'
import { findChromium } from '../../scripts/find-chromium.ts'
import { answerScreens } from './answer-screens.ts'
import { cardScreens } from './card-screens.ts'
import { draftScreens } from './draft-screens.ts'
import { evaluationScreens } from './evaluation-screens.ts'
import { factScreens } from './fact-screens.ts'
import { ledgerScreens } from './ledger-screens.ts'
import { opinionScreens } from './opinion-screens.ts'
import { referenceScreens } from './reference-screens.ts'
import { serveStandIn, type StandInHost } from './stand-in/serve-stand-in.ts'
import type { StandInOptions } from './stand-in/stand-in-assistant.ts'

// Takes a picture of every screen on the stand-in, light and dark, at both widths, and runs axe on each:
// node test/renderer/take-screenshots.ts [FOLDER] [PART OF A NAME] [ONE LOOK, as 1440 or 1440-dark]. Fails when axe finds anything or the page reports an error.

const [folder = '/tmp/renderer-shots', only = '', oneLook = ''] = process.argv.slice(2)
await buildIfNeeded()
const QUESTION = 'Was our break notice served in time, and can the landlord still treat the lease as running on?'

type Look = { readonly width: number; readonly scheme: 'light' | 'dark' }
type Screen = { readonly options: Partial<StandInOptions>; show(page: Page, host: StandInHost): Promise<void> }

const LOOKS: readonly Look[] = [
  ...[1440, 1100].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme }))),
  { width: 900, scheme: 'light' },
]

const openMatter = (page: Page) => page.getByRole('link', { name: 'Sample: Hollis v Marlowe' }).first().click()
const go = (page: Page, name: string) => page.getByRole('list', { name: 'Places' }).getByRole('link', { name }).click()
const tab = async (page: Page, name: string) => {
  await go(page, 'Settings')
  await page.getByRole('tab', { name }).click()
}

async function ask(page: Page, question: string, state: string): Promise<void> {
  await openMatter(page)
  await page.getByRole('textbox', { name: 'Question about the documents' }).fill(question)
  await page.keyboard.press('Enter')
  await page.locator(`[data-testid=answer][data-state=${state}]`).waitFor()
}

const drawn = (page: Page) => page.locator('[data-testid=page][data-drawn=true]').first().waitFor()

async function openDocument(page: Page, name: string): Promise<void> {
  await openMatter(page)
  await go(page, 'Documents')
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Open the document' }).click()
}

const SCREENS: Readonly<Record<string, Screen>> = {
  'create-home': {
    options: { lock: 'new' },
    show: async (page) => void (await page.getByRole('heading', { level: 1 }).waitFor()),
  },
  welcome: {
    options: { lock: 'new', hasModel: false },
    async show(page) {
      await page.getByRole('button', { name: 'Not now' }).click()
      await page.getByRole('heading', { name: 'Choose a model' }).waitFor()
    },
  },
  locked: { options: { lock: 'locked' }, show: async (page) => void (await page.getByLabel('Passphrase').waitFor()) },
  matters: {
    options: {},
    show: async (page) => void (await page.getByRole('table', { name: 'Matters', exact: true }).waitFor()),
  },
  'matters-delete': {
    options: {},
    async show(page) {
      await page.getByRole('button', { name: 'Delete A. Okafor' }).click()
      await page.getByLabel('Type the name').fill('A. Oka')
    },
  },
  'ask-new': {
    options: {},
    show: async (page) => {
      await openMatter(page)
      await page.getByText('Questions to try').waitFor()
    },
  },
  ask: {
    options: {},
    async show(page) {
      await ask(page, QUESTION, 'uncertain')
      if (await page.locator('aside').isVisible()) await drawn(page)
      await page.getByTestId('claim').nth(1).getByTestId('citation').click()
      await page.getByTestId('highlight').first().waitFor()
    },
  },
  'ask-streaming': {
    options: { waitMs: 60 },
    async show(page) {
      await ask(page, QUESTION, 'writing')
      await page.getByTestId('claim').nth(1).waitFor()
      await page.waitForTimeout(500)
    },
  },
  'ask-waiting': {
    options: { waitMs: 60 },
    async show(page) {
      await ask(page, QUESTION, 'writing')
      await page.getByRole('textbox', { name: 'Ask a follow-up' }).fill('And was it handed over?')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'New question' }).click()
      await page.getByRole('textbox', { name: 'Question about the documents' }).fill('Who signed the notice?')
      await page.keyboard.press('Enter')
      await page.locator('[data-testid=answer][data-state=waiting]').waitFor()
      await page.getByRole('navigation').getByTitle(QUESTION).click()
      await page.locator('[data-testid=answer][data-state=waiting]').scrollIntoViewIfNeeded()
    },
  },
  'ask-not-found': {
    options: {},
    async show(page) {
      await ask(page, 'On which date was she last seen in the arrhythmia clinic?', 'not-found')
      await page.reload()
      await page.locator('[data-testid=answer][data-state=not-found]').waitFor()
      await page.waitForTimeout(600)
    },
  },
  ...answerScreens(ask),
  'ask-extractive': {
    options: { hasModel: false },
    async show(page) {
      await ask(page, QUESTION, 'extractive')
      await page.waitForTimeout(600)
    },
  },
  'ask-follow-up': {
    options: { waitMs: 1 },
    async show(page) {
      await ask(page, QUESTION, 'uncertain')
      await page.getByRole('textbox', { name: 'Ask a follow-up' }).fill('And was it handed over?')
      await page.keyboard.press('Enter')
      await page.locator('[data-testid=answer][data-state=uncertain]').nth(1).waitFor()
      await page.waitForTimeout(400)
    },
  },
  'ask-text-source': {
    options: { waitMs: 1 },
    async show(page) {
      await ask(page, QUESTION, 'uncertain')
      await page.getByRole('button', { name: 'S5,' }).click()
      await page.getByTestId('text-page').locator('mark').waitFor()
    },
  },
  'ask-reference-source': {
    options: { waitMs: 1 },
    async show(page) {
      await ask(page, QUESTION, 'uncertain')
      await page.getByRole('button', { name: 'S6,' }).click()
      await page.getByTestId('text-page').locator('mark').waitFor()
    },
  },
  library: {
    options: {},
    async show(page) {
      await openMatter(page)
      await go(page, 'Documents')
      await page.getByTestId('document').first().waitFor()
      await page.getByRole('button', { name: 'Site survey.pdf', exact: true }).click()
      await page.getByRole('heading', { name: 'What was kept' }).waitFor()
    },
  },
  'library-search': {
    options: {},
    async show(page) {
      await openMatter(page)
      await go(page, 'Documents')
      await page.getByRole('searchbox').fill('recorded delivery')
      await page.getByTestId('hits').getByRole('button').first().click()
      await drawn(page)
    },
  },
  'library-narrowed': {
    options: {},
    async show(page) {
      await openMatter(page)
      await go(page, 'Documents')
      await page.getByRole('button', { name: /by OCR$/ }).click()
      await page.getByText('4 documents have pages read by OCR').waitFor()
      await page.getByLabel('Password of').waitFor({ state: 'detached' })
    },
  },
  'library-password': {
    options: {},
    async show(page) {
      await openMatter(page)
      await go(page, 'Documents')
      await page.getByLabel('Password of Bank statements Q3.pdf').fill('wrong')
      await page.keyboard.press('Enter')
      await page.getByText('The password does not open this PDF.').waitFor()
    },
  },
  'library-libreoffice': {
    options: {},
    async show(page) {
      await openMatter(page)
      await go(page, 'Documents')
      await page.getByRole('button', { name: 'LibreOffice…' }).click()
      await page.getByText('LibreOffice 7.4.7.2 was found').waitFor()
    },
  },
  'library-empty': {
    options: {},
    async show(page) {
      await page.getByRole('link', { name: 'A. Okafor' }).first().click()
      await go(page, 'Documents')
      await page.getByText('No documents yet.').waitFor()
    },
  },
  'viewer-sheet': {
    options: {},
    async show(page) {
      await openDocument(page, 'Service charge 2019–24.xlsx')
      await page.getByTestId('text-page').getByRole('table').waitFor()
    },
  },
  'viewer-text': {
    options: {},
    async show(page) {
      await openDocument(page, 'Schedule of dilapidations.docx')
      await page.getByTestId('text-page').getByRole('table').waitFor()
      await page.keyboard.press('/')
      await page.getByRole('searchbox', { name: 'Find in this document' }).fill('deck')
      await page.getByTestId('find-count').getByText('1 of 3').waitFor()
    },
  },
  'viewer-mail': {
    options: {},
    async show(page) {
      await openDocument(page, 'Re Notice.eml')
      await page.getByTestId('text-page').locator('blockquote').first().waitFor()
    },
  },
  'viewer-slides': {
    options: {},
    async show(page) {
      await openDocument(page, 'Site meeting.pptx')
      await page.keyboard.press('ArrowRight')
      await page.getByText('Point one of slide 2').waitFor()
    },
  },
  'viewer-scan': {
    options: {},
    async show(page) {
      await openDocument(page, 'Break notice.pdf')
      await drawn(page)
      await page.keyboard.press('End')
      await page.locator('[data-page="2"][data-drawn=true]').waitFor()
      await page.locator('.word-layer').waitFor()
    },
  },
  'viewer-turned': {
    options: {},
    async show(page) {
      await openDocument(page, 'Lease, signed copy.pdf')
      await drawn(page)
      await page.keyboard.press('Control+f')
      await page.getByRole('searchbox', { name: 'Find in this document' }).fill('notice')
      await page.getByTestId('current').first().waitFor()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Rotate' }).click()
      await drawn(page)
    },
  },
  'viewer-image': {
    options: {},
    async show(page) {
      await openDocument(page, 'Photographed slip.png')
      await drawn(page)
      await page.locator('.word-layer').waitFor()
    },
  },
  models: {
    options: { waitMs: 200 },
    async show(page) {
      await tab(page, 'Models')
      await page.getByRole('button', { name: 'Download phi-4-mini' }).click()
      await page.getByRole('button', { name: 'Download this one file' }).click()
      await page.getByTestId('download').waitFor()
      await page.waitForTimeout(700)
    },
  },
  'models-agree': {
    options: {},
    async show(page) {
      await tab(page, 'Models')
      await page.getByRole('button', { name: 'Download phi-4-mini' }).click()
      await page.getByTestId('address').waitFor()
    },
  },
  ...cardScreens(go),
  ...referenceScreens(openMatter, tab),
  ...evaluationScreens(openMatter, go),
  ...factScreens(go),
  ...ledgerScreens(openMatter, go),
  ...draftScreens(openMatter, go),
  ...opinionScreens(openMatter, go),
  privacy: { options: {}, show: (page) => tab(page, 'Privacy') },
  encryption: { options: {}, show: (page) => tab(page, 'Encryption') },
  'recovery-key': {
    options: {},
    async show(page) {
      await tab(page, 'Encryption')
      await page.getByRole('button', { name: 'Make a recovery key' }).click()
      await page.getByTestId('recovery-key').waitFor()
    },
  },
  'recovery-key-again': {
    options: {},
    async show(page) {
      await tab(page, 'Encryption')
      await page.getByRole('button', { name: 'Make a recovery key' }).click()
      // Neither Esc nor a key of the window takes away what cannot be shown again.
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+1')
      await page.getByRole('button', { name: 'I have it' }).click()
      await page.getByRole('button', { name: 'Make a new recovery key' }).click()
      await page.getByRole('button', { name: 'Make a new key' }).waitFor()
    },
  },
  backup: { options: {}, show: (page) => tab(page, 'Backup') },
  you: { options: {}, show: (page) => tab(page, 'You') },
  data: {
    options: {},
    async show(page) {
      await openMatter(page)
      await tab(page, 'Data')
      await page.getByRole('heading', { name: 'Audit log' }).waitFor()
    },
  },
  palette: {
    options: {},
    async show(page) {
      await openMatter(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').fill('le')
    },
  },
  keys: {
    options: {},
    show: async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.keyboard.press('?')
    },
  },
  'engine-lost': {
    options: {},
    async show(page, host) {
      await page.getByRole('table', { name: 'Matters', exact: true }).waitFor()
      host.state.events.push({ type: 'process', process: 'language', state: 'failed', reason: 'killed by SIGKILL' })
      await page.getByRole('button', { name: 'Start it again' }).waitFor()
    },
  },
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
await mkdir(folder, { recursive: true })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
let problems = 0
for (const [name, screen] of Object.entries(SCREENS).filter(([key]) => key.includes(only)))
  for (const look of LOOKS.filter((one) => oneLook === '' || nameOf(one) === oneLook))
    problems += await shoot(browser, name, screen, look)
await browser.close()
process.stdout.write(problems === 0 ? 'no problems\n' : `${problems} problems\n`)
process.exitCode = problems === 0 ? 0 : 1

async function shoot(within: Browser, name: string, screen: Screen, look: Look): Promise<number> {
  await using host = await serveStandIn(screen.options)
  const context = await within.newContext({ viewport: { width: look.width, height: 900 }, colorScheme: look.scheme })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const found: string[] = []
  page.on('pageerror', (error) => found.push(`error: ${error.message}`))
  page.on('console', (message) => message.type() === 'error' && found.push(`console: ${message.text()}`))
  const title = `${name}-${nameOf(look)}`
  try {
    await page.goto(host.url)
    await screen.show(page, host)
    await page.screenshot({ path: `${folder}/${title}.png` })
    await page.evaluate(axe)
    const violations = await page.evaluate(async () => {
      const { axe: run } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> }
      }
      return (await run.run()).violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html, failureSummary }) => `${html} ${failureSummary}`)
            .join(' | ')
            .slice(0, 600)}`,
      )
    })
    found.push(...violations)
  } catch (error) {
    await page.screenshot({ path: `${folder}/${title}-broken.png` })
    found.push(`broken: ${(error as Error).message.slice(0, 500)}`)
  }
  await context.close()
  for (const problem of found) process.stdout.write(`${title}: ${problem}\n`)
  return found.length
}

function nameOf({ width, scheme }: Look): string {
  return scheme === 'dark' ? `${width}-dark` : `${width}`
}
