import { dirname } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { realModel } from '../model/real-models.ts'
import { serveHome, type ServedHome } from './serve-home.ts'

test.describe.configure({ mode: 'serial' })

const LANGUAGE = 'smollm2-135m-instruct-q4_1'
const SAMPLE = 'A tenancy dispute'
let served: ServedHome
let page: Page

test.beforeAll(async ({ browser }) => {
  test.skip(process.platform !== 'linux', 'processes are found through /proc')
  const language = await realModel(LANGUAGE)
  test.skip(!language.installed, language.whyNot ?? '')
  served = await serveHome({ models: dirname(dirname(language.installed?.path ?? '')) })
  await served.asking(async (assistant) => {
    await assistant.home.create({ passphrase: null })
    await assistant.model.use({ id: LANGUAGE })
    await assistant.matter.createSamples()
    await assistant.application.changeSettings({ welcomed: true })
  })
  await expect.poll(() => ready()).toBe(4)
  page = await browser.newPage()
  await page.goto(served.url)
  await page.getByRole('link', { name: SAMPLE }).first().click()
})

test.afterAll(async () => {
  await page?.close()
  await served?.[Symbol.asyncDispose]()
})

const ready = () =>
  served.asking(
    async (assistant) =>
      (await assistant.library.documents({ matter: SAMPLE })).filter(({ state }) => state === 'ready').length,
  )
const answer = () => page.getByTestId('answer').last()

/** Asks, and waits until the evidence is there. */
async function beginAnswer(question: string): Promise<void> {
  await page
    .getByRole('link', { name: 'New question' })
    .or(page.getByRole('list', { name: 'Places' }).getByRole('link', { name: 'Ask' }))
    .first()
    .click()
  // Written: what code finds is quoted before anything could be killed.
  await page.getByRole('button', { name: /^How to answer/ }).click()
  await page.getByRole('dialog', { name: 'How to answer' }).getByRole('combobox').selectOption('written')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'How to answer' })).toHaveCount(0)
  await page.getByRole('textbox', { name: /Question about/ }).fill(question)
  await page.getByRole('textbox', { name: /Question about/ }).press('Enter')
  await expect(answer()).toHaveAttribute('aria-label', question)
  await expect(answer().getByRole('button', { name: /^S1,/ }).first()).toBeVisible()
}

async function answerComes(): Promise<void> {
  await expect(answer()).not.toHaveAttribute('data-state', 'writing')
  await expect(answer().getByTestId('failure')).toHaveCount(0)
}

test('the language process killed in the middle of an answer: told, the sources stay, the next answer comes', async () => {
  await served.asking((assistant) => assistant.model.prepare())
  const killLanguage = await served.aim('language')
  // What asks for all there is is read in two goes, which takes a while.
  await beginAnswer('List all duties of the tenant under the lease, and describe each of them.')
  // A share that is read: before it, the model has not been called, and a call of later finds it started again.
  await answer()
    .locator('.answer-state')
    .getByText(/^\d+\s%/)
    .first()
    .waitFor()
  const told = answer().getByTestId('failure').waitFor()
  killLanguage()
  await told
  await expect(answer().getByTestId('failure')).toContainText('ended by the system or another program')
  await expect(page.getByRole('button', { name: /^S1,/ }).first()).toBeVisible()
  await beginAnswer('And about service charge?')
  await answerComes()
})

test('the engine killed in the middle of an answer: told, nothing is lost, the next answer comes', async () => {
  const before = await served.asking((assistant) => assistant.answer.list({ matter: SAMPLE }))
  await beginAnswer('Who are the parties of the lease, and where is the shop?')
  const told = page
    .locator('[data-connection=lost]')
    .getByText('The engine stopped (ended by the system or another program)')
    .waitFor()
  await served.kill('engine')
  await told
  await expect(page.locator('[data-connection=open]')).toHaveCount(1)
  await expect(page.getByRole('button', { name: /^S1,/ }).first()).toBeVisible()
  const after = await served.asking((assistant) => assistant.answer.list({ matter: SAMPLE }))
  expect(after.map(({ answerId }) => answerId)).toEqual(expect.arrayContaining(before.map(({ answerId }) => answerId)))
  expect(await ready()).toBe(4)
  await beginAnswer('And about service charge?')
  await answerComes()
})

test('a reload in the middle of an answer keeps what was written', async () => {
  const question = 'What are the duties of the tenant under the lease?'
  await beginAnswer(question)
  await expect(answer().getByTestId('claim').first()).toBeVisible()
  await page.reload()
  await expect(answer()).toHaveAttribute('aria-label', question)
  await expect(answer()).not.toHaveAttribute('data-state', 'writing')
  await expect(answer().getByTestId('claim').first()).toBeVisible()
})
